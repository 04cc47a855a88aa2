package dev.specwright.benchmarks.rival;

import com.dslplatform.json.CompiledJson;

/** A row of Mappiness' export as the rivals read it. */
@CompiledJson
@SuppressWarnings("MemberName") // The JSON names, so that no reader has to map them.
public final class ExportRow {
  public long start_time_epoch;
  public String start_time;
  public double noise_50pc;
  public double noise_90pc;
  public double happy;
  public double relaxed;
  public double awake;
  public String in_out;
  public String home_work;
  public String photo_url;
  public Integer photo_landscape;
  public Double time_taken;
  public Long beep_time_epoch;
  public String beep_time;
  public String beep_sound;
  public Integer with_partner;
  public Integer with_children;
  public Integer with_relatives;
  public Integer with_peers;
  public Integer with_clients;
  public Integer with_friends;
  public Integer with_others;
  public Integer do_work;
  public Integer do_meet;
  public Integer do_travel;
  public Integer do_cook;
  public Integer do_chores;
  public Integer do_admin;
  public Integer do_shop;
  public Integer do_wait;
  public Integer do_child;
  public Integer do_pet;
  public Integer do_care;
  public Integer do_rest;
  public Integer do_sick;
  public Integer do_pray;
  public Integer do_wash;
  public Integer do_love;
  public Integer do_chat;
  public Integer do_eat;
  public Integer do_caffeine;
  public Integer do_booze;
  public Integer do_smoke;
  public Integer do_msg;
  public Integer do_net;
  public Integer do_tv;
  public Integer do_music;
  public Integer do_speech;
  public Integer do_read;
  public Integer do_theatre;
  public Integer do_museum;
  public Integer do_match;
  public Integer do_walk;
  public Integer do_sport;
  public Integer do_gardening;
  public Integer do_birdwatch;
  public Integer do_hunt;
  public Integer do_compgame;
  public Integer do_game;
  public Integer do_bet;
  public Integer do_art;
  public Integer do_sing;
  public Integer do_other;
  public Integer do_other2;
  public String notes;
  public Double accuracy_m;

  public void setStart_time_epoch(long value) {
    start_time_epoch = value;
  }

  public void setStart_time(String value) {
    start_time = value;
  }

  public void setNoise_50pc(double value) {
    noise_50pc = value;
  }

  public void setNoise_90pc(double value) {
    noise_90pc = value;
  }

  public void setHappy(double value) {
    happy = value;
  }

  public void setRelaxed(double value) {
    relaxed = value;
  }

  public void setAwake(double value) {
    awake = value;
  }

  public void setIn_out(String value) {
    in_out = value;
  }

  public void setHome_work(String value) {
    home_work = value;
  }

  public void setPhoto_url(String value) {
    photo_url = value;
  }

  public void setPhoto_landscape(Integer value) {
    photo_landscape = value;
  }

  public void setTime_taken(Double value) {
    time_taken = value;
  }

  public void setBeep_time_epoch(Long value) {
    beep_time_epoch = value;
  }

  public void setBeep_time(String value) {
    beep_time = value;
  }

  public void setBeep_sound(String value) {
    beep_sound = value;
  }

  public void setWith_partner(Integer value) {
    with_partner = value;
  }

  public void setWith_children(Integer value) {
    with_children = value;
  }

  public void setWith_relatives(Integer value) {
    with_relatives = value;
  }

  public void setWith_peers(Integer value) {
    with_peers = value;
  }

  public void setWith_clients(Integer value) {
    with_clients = value;
  }

  public void setWith_friends(Integer value) {
    with_friends = value;
  }

  public void setWith_others(Integer value) {
    with_others = value;
  }

  public void setDo_work(Integer value) {
    do_work = value;
  }

  public void setDo_meet(Integer value) {
    do_meet = value;
  }

  public void setDo_travel(Integer value) {
    do_travel = value;
  }

  public void setDo_cook(Integer value) {
    do_cook = value;
  }

  public void setDo_chores(Integer value) {
    do_chores = value;
  }

  public void setDo_admin(Integer value) {
    do_admin = value;
  }

  public void setDo_shop(Integer value) {
    do_shop = value;
  }

  public void setDo_wait(Integer value) {
    do_wait = value;
  }

  public void setDo_child(Integer value) {
    do_child = value;
  }

  public void setDo_pet(Integer value) {
    do_pet = value;
  }

  public void setDo_care(Integer value) {
    do_care = value;
  }

  public void setDo_rest(Integer value) {
    do_rest = value;
  }

  public void setDo_sick(Integer value) {
    do_sick = value;
  }

  public void setDo_pray(Integer value) {
    do_pray = value;
  }

  public void setDo_wash(Integer value) {
    do_wash = value;
  }

  public void setDo_love(Integer value) {
    do_love = value;
  }

  public void setDo_chat(Integer value) {
    do_chat = value;
  }

  public void setDo_eat(Integer value) {
    do_eat = value;
  }

  public void setDo_caffeine(Integer value) {
    do_caffeine = value;
  }

  public void setDo_booze(Integer value) {
    do_booze = value;
  }

  public void setDo_smoke(Integer value) {
    do_smoke = value;
  }

  public void setDo_msg(Integer value) {
    do_msg = value;
  }

  public void setDo_net(Integer value) {
    do_net = value;
  }

  public void setDo_tv(Integer value) {
    do_tv = value;
  }

  public void setDo_music(Integer value) {
    do_music = value;
  }

  public void setDo_speech(Integer value) {
    do_speech = value;
  }

  public void setDo_read(Integer value) {
    do_read = value;
  }

  public void setDo_theatre(Integer value) {
    do_theatre = value;
  }

  public void setDo_museum(Integer value) {
    do_museum = value;
  }

  public void setDo_match(Integer value) {
    do_match = value;
  }

  public void setDo_walk(Integer value) {
    do_walk = value;
  }

  public void setDo_sport(Integer value) {
    do_sport = value;
  }

  public void setDo_gardening(Integer value) {
    do_gardening = value;
  }

  public void setDo_birdwatch(Integer value) {
    do_birdwatch = value;
  }

  public void setDo_hunt(Integer value) {
    do_hunt = value;
  }

  public void setDo_compgame(Integer value) {
    do_compgame = value;
  }

  public void setDo_game(Integer value) {
    do_game = value;
  }

  public void setDo_bet(Integer value) {
    do_bet = value;
  }

  public void setDo_art(Integer value) {
    do_art = value;
  }

  public void setDo_sing(Integer value) {
    do_sing = value;
  }

  public void setDo_other(Integer value) {
    do_other = value;
  }

  public void setDo_other2(Integer value) {
    do_other2 = value;
  }

  public void setNotes(String value) {
    notes = value;
  }

  public void setAccuracy_m(Double value) {
    accuracy_m = value;
  }
}

package dev.specwright.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.SupportingFile;

/**
 * What a published jar needs besides classes: a module descriptor, rules for R8 and ProGuard, and
 * reachability metadata for GraalVM. They name the generated types that reflection reaches.
 *
 * <p>Only who packs a jar wants them, so they are made only if the options {@link #MODULE_NAME} and
 * {@link #RESOURCE_FOLDER} are set.
 */
final class JarFiles {
  /** The option with the name of the Java module. Without it there is no {@code module-info}. */
  static final String MODULE_NAME = "moduleName";

  /** The option with the folder for resources, beside {@code sourceFolder}. */
  static final String RESOURCE_FOLDER = "resourceFolder";

  /** With {@link #ARTIFACT}, the folder of the metadata, as GraalVM wants it. */
  private static final String GROUP = "groupId";

  private static final String ARTIFACT = "artifactId";

  private final Collection<String> reflected = new TreeSet<>();

  /** Returns the options, which OpenAPI Generator's plugin for Maven passes on only if it knows. */
  static List<CliOption> options() {
    return List.of(
        CliOption.newString(MODULE_NAME, "name of the Java module; none unless set"),
        CliOption.newString(RESOURCE_FOLDER, "folder for files of the jar; none unless set"));
  }

  /** Returns the files that {@code options} ask for. */
  List<SupportingFile> of(Map<String, Object> options, String sourceFolder) {
    List<SupportingFile> files = new ArrayList<>();
    if (options.containsKey(MODULE_NAME)) {
      files.add(new SupportingFile("moduleInfo.mustache", sourceFolder, "module-info.java"));
    }
    if (options.containsKey(RESOURCE_FOLDER)) {
      String folder = options.get(RESOURCE_FOLDER) + "/META-INF/";
      String group = String.valueOf(options.get(GROUP));
      String artifact = String.valueOf(options.get(ARTIFACT));
      String graal = folder + "native-image/" + group + "/" + artifact;
      files.add(new SupportingFile("rules.pro.mustache", folder + "proguard", artifact + ".pro"));
      files.add(new SupportingFile("reflect-config.json.mustache", graal, "reflect-config.json"));
      files.add(new SupportingFile("proxy-config.json.mustache", graal, "proxy-config.json"));
    }
    return files;
  }

  /** Notes an interface and the classes of its options, which stand in it. */
  void reflected(String api, List<OperationViews.MethodView> methods) {
    reflected.add(api);
    for (OperationViews.MethodView method : methods) {
      OperationViews.OptionsView options = method.options();
      if (options != null) reflected.add(api + "$" + options.className());
    }
  }

  /** The binary names of all that was noted, in order. */
  Collection<String> reflectedTypes() {
    return reflected;
  }
}

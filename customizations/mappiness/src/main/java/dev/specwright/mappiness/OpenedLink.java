package dev.specwright.mappiness;

import dev.specwright.mappiness.api.LinksApi;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;

/**
 * The calls that a link may be good for. Each sends the link's URL as it is; one whose endpoint is
 * not the link's is refused before anything is sent, with {@link
 * dev.specwright.core.RequestRefusedException}.
 */
public final class OpenedLink {
  private static final Pattern PHOTO = Pattern.compile("private_photos/([0-9]{1,9})[.]jpg");

  private final LinksApi links;
  private final MappinessLink link;

  OpenedLink(LinksApi links, MappinessLink link) {
    this.links = links;
    this.link = link;
  }

  /** Returns the call for the responses of a link to {@code mappiness.json}. */
  public ApiCall<List<ResponseRow>> responses() {
    return opened(links.listLinkedResponses());
  }

  /** Returns the call for the bytes of a link to {@code mappiness.csv}; to be closed. */
  public ApiCall<ResponseBody> csv() {
    return opened(links.exportLinkedResponsesCsv());
  }

  /** Returns the call for the bytes of a link to {@code mappiness.xls}; to be closed. */
  public ApiCall<ResponseBody> xls() {
    return opened(links.exportLinkedResponsesXls());
  }

  /**
   * Returns the call for the bytes of a link to a photo; to be closed.
   *
   * @throws IllegalArgumentException if the link is not one to a photo
   */
  public ApiCall<ResponseBody> photo() {
    Matcher photo = PHOTO.matcher(link.target());
    if (!photo.matches()) {
      throw new IllegalArgumentException(
          "Expected a link to private_photos/{photo}.jpg but found one to "
              + link.target()
              + ". Open it as what it is.");
    }
    return opened(links.getLinkedPhoto(Integer.parseInt(photo.group(1))));
  }

  private <T> ApiCall<T> opened(ApiCall<T> call) {
    return call.tag(MappinessLink.class, link);
  }

  /** Shows the link without its HMAC string. */
  @Override
  public String toString() {
    return "OpenedLink[" + link + "]";
  }
}

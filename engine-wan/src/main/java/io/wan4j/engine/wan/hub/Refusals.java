package io.wan4j.engine.wan.hub;

import java.net.URI;

/** What the hub's refusals mean and what to do about them. */
final class Refusals {
  private Refusals() {}

  /**
   * @param code of the header X-Error-Code, such as GatedRepo; may be empty
   * @param said by the hub, with a colon before it; may be empty
   */
  static String words(int status, String code, String said, URI address, HubSettings settings) {
    String where = settings.endpoint() + name(address);
    boolean known = settings.token().isPresent();
    if (code.equals("GatedRepo") || status == 403) {
      return "%s is gated%s. Open that page in a browser, accept its terms%s, and pull again (answer %d)"
          .formatted(
              where,
              said,
              known
                  ? " with the account of your token"
                  : ", make a token in your account's settings, set HF_TOKEN to it",
              status);
    }
    if (code.equals("RevisionNotFound")) {
      return "%s has no such revision%s; leave --revision out, or look at its branches (answer %d)"
          .formatted(where, said, status);
    }
    if (code.equals("EntryNotFound")) {
      return "%s has no such file%s (answer %d)".formatted(address, said, status);
    }
    if (status == 401 && known && !code.equals("RepoNotFound")) {
      return "%s refuses the token%s. Make a new one in your account's settings, or unset HF_TOKEN (answer %d)"
          .formatted(settings.endpoint(), said, status);
    }
    if (status == 401 || status == 404) {
      return "%s does not exist%s. Check its spelling; %s (answer %d)"
          .formatted(
              where,
              said,
              known
                  ? "if it is private, the account of your token must be allowed to read it"
                  : "if it is private, set HF_TOKEN to a token of an account that may read it",
              status);
    }
    return "%s answered %d%s".formatted(address, status, said);
  }

  /** The repository's page, from an address of the API or of a file. */
  private static String name(URI address) {
    String[] parts = address.getPath().replaceFirst("^.*?/api/models/", "/").split("/");
    return parts.length > 2 ? "/" + parts[1] + "/" + parts[2] : address.getPath();
  }
}

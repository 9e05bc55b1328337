package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.UploadPolicyReply;
import io.wan4j.service.key.Caller;
import io.wan4j.service.upload.UploadPolicy;
import io.wan4j.service.upload.UploadRefusedException;
import io.wan4j.service.upload.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * Files handed over before a request: the policy, and the form that an object store would take
 * (DashScope reference, temporary upload; SDK notes, local files).
 */
final class UploadRoutes {
  /** Where the form goes; any path will do, as clients post to the host exactly as given. */
  static final String FORM_PATH = "/oss";

  private static final int LARGEST_FIELD = 16 * 1024;
  private static final int MOST_FIELDS = 32;

  private final Uploads uploads;
  private final Access access;
  private final PublicAddress address;
  private final long largestForm;

  /**
   * @param largestMegabytes of a file; the form around it may have another one
   */
  UploadRoutes(Uploads uploads, Access access, PublicAddress address, long largestMegabytes) {
    this.uploads = uploads;
    this.access = access;
    this.address = address;
    this.largestForm = (largestMegabytes + 1) * 1024 * 1024;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/uploads", this::policy), Route.post(FORM_PATH, this::receive));
  }

  private void policy(Context context) {
    Caller caller = access.caller(context);
    if (!"getPolicy".equals(context.queryParam("action"))) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "action"));
    }
    String model = context.queryParam("model");
    if (model == null || model.isBlank()) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "model"));
    }
    UploadPolicy policy = uploads.policy(caller, model);
    UploadPolicyReply reply =
        new UploadPolicyReply(
            policy.policy(),
            policy.signature(),
            policy.uploadDir(),
            address.of(context) + FORM_PATH,
            Math.toIntExact(policy.expireInSeconds()),
            Math.toIntExact(policy.maxFileSizeMb()),
            policy.ossAccessKeyId());
    Reply.send(context, 200, reply.toJson(RequestId.of(context)));
  }

  /** Reads the form as it comes in: a file without leave is refused before its first byte. */
  private void receive(Context context) throws IOException {
    if (!JakartaServletFileUpload.isMultipartContent(context.req())) {
      throw malformed("The body of your POST request is not well-formed multipart/form-data.");
    }
    var form = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
    form.setHeaderCharset(StandardCharsets.UTF_8);
    form.setMaxSize(largestForm);
    try {
      receive(form.getItemIterator(context.req()));
    } catch (FileUploadSizeException e) {
      Leftover.discard(context);
      throw new UploadRefusedException(
          400,
          "EntityTooLarge",
          "Your proposed upload exceeds the maximum allowed size of " + largestForm + " bytes.");
    } catch (FileUploadException e) {
      throw malformed("The body of your POST request is not well-formed: " + e.getMessage());
    }
    context.status(200);
  }

  private void receive(FileItemInputIterator parts) throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      String name = part.getFieldName();
      try (InputStream content = part.getInputStream()) {
        if ("file".equals(name)) {
          uploads.receive(fields, content);
          return;
        }
        if (name != null && fields.size() < MOST_FIELDS) {
          fields.put(name, text(name, content));
        }
      }
    }
    throw new UploadRefusedException(
        400, "IncorrectNumberOfFilesInPOSTRequest", "The form has no part named file.");
  }

  private static String text(String name, InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(LARGEST_FIELD + 1);
    if (bytes.length > LARGEST_FIELD) {
      throw malformed("The form field " + name + " is longer than " + LARGEST_FIELD + " bytes.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static UploadRefusedException malformed(String message) {
    return new UploadRefusedException(400, "MalformedPOSTRequest", message);
  }

  /** The error document of an object store; clients show its text as it is. */
  static void refuse(UploadRefusedException e, Context context) {
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error>
          <Code>%s</Code>
          <Message>%s</Message>
          <RequestId>%s</RequestId>
        </Error>
        """
            .formatted(escape(e.code()), escape(e.getMessage()), RequestId.of(context));
    context.status(e.status()).contentType("application/xml").result(document);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package io.wan4j.protocol.error;

import java.util.Locale;

/**
 * The names by which code speaks of the rows of {@code errors.yaml}, in its order and under its
 * headings. The {@code {}} of a message are filled by the arguments of {@link WireErrors#get}.
 */
public enum ErrorName {
  // Answers to a request itself.
  NO_API_KEY,
  INVALID_API_KEY,
  SYNCHRONOUS_CALL,
  ASYNCHRONOUS_CALL,
  MODEL_NOT_EXIST,
  MODEL_NOT_FOUND,
  URL_ERROR,
  BODY_INVALID,
  /** Argument: the parameter's name. */
  PARAMETER_MISSING,
  /** Argument: the method, for example GET. */
  METHOD_NOT_SUPPORTED,
  EMPTY_INPUT,
  EMPTY_MODEL,
  EMPTY_PARAMETERS,
  ILLEGAL_INPUT,
  TOO_LARGE,
  ARREARAGE,
  CANCEL_NOT_PENDING,
  UNSUPPORTED_OPERATION,
  ACCESS_DENIED,
  UNPURCHASED,
  MODEL_ACCESS_DENIED,
  WORKSPACE_ACCESS_DENIED,
  ENDPOINT_ACCESS_DENIED,
  FREE_TIER_ONLY,
  NOT_FOUND,
  WORKSPACE_NOT_FOUND,
  THROTTLING,
  THROTTLING_ROUTE,
  RATE_QUOTA,
  REQUEST_LIMIT,
  BURST_RATE,
  ALLOCATION_QUOTA,
  FREE_ALLOCATED_QUOTA,
  COMMODITY_NOT_PURCHASED,
  PREPAID_BILL_OVERDUE,
  POSTPAID_BILL_OVERDUE,
  INTERNAL_ERROR,
  SYSTEM_ERROR,
  INTERNAL_TIMEOUT,
  INFERENCE_ERROR,
  RESULT_UPLOAD_ERROR,
  FILE_UPLOAD_ERROR,
  REWRITE_FAILED,
  MODEL_SERVICE_FAILED,
  REQUEST_TIMEOUT,
  MODEL_SERVING_ERROR,
  MODEL_UNAVAILABLE,

  // Faults of a request's shape.
  PROMPT_MUST_CONTAIN_WORDS,
  /** Argument: the path. */
  FIELD_REQUIRED,
  /** Argument: the path. */
  NOT_A_LIST,
  /** Arguments: the choices, the path. */
  NOT_A_CHOICE,
  ONLY_FIRST_FRAME,
  FRAMES_AND_REFERENCES,
  SIZE_FORMAT,
  /** Argument: the sizes. */
  SIZE_NOT_IN,
  /** Arguments: least and most seconds. */
  DURATION_BETWEEN,
  /** Arguments: the clip's seconds, the requested seconds. */
  CLIP_TOO_LONG,
  DURATION_FIXED,
  IMG_URL_MUST_BE_SET,
  VIDEO_FRAMES_MUST_BE_SET,
  REFERENCES_AND_KINDS,

  // Faults of a file.
  /** Argument: the URL. */
  DOWNLOAD_FAILED,
  /** Argument: the least side in pixels. */
  IMAGE_TOO_SMALL,
  /** Argument: the most megabytes, with one decimal. */
  IMAGE_TOO_HEAVY,
  PROMPT_REFUSED,
  INSPECTION_DOWNLOAD_FAILED,
  INSPECTION_DOWNLOAD_TIMEOUT,
  INSPECTION_FORMAT,
  INSPECTION_NOT_FOUND,
  INPUT_INAPPROPRIATE,
  OUTPUT_INAPPROPRIATE,
  /** Argument: what was checked, for example "text (input)". */
  GREEN_NET,
  IP_INFRINGEMENT,
  INVALID_URL,
  URL_MISSING,
  URL_NOT_AN_IMAGE,
  /** Argument: the most seconds. */
  AUDIO_TOO_LONG,
  /** Argument: the most megabytes. */
  AUDIO_TOO_HEAVY,
  /** Argument: the types, for example ".wav, .mp3". */
  AUDIO_TYPE,
  IMAGE_URL_OR_FORMAT,
  /** Argument: the host. */
  CONNECTION_REFUSED,
  /** Argument: the URL. */
  DOWNLOAD_TIMEOUT,
  /** Arguments: the greatest and the least side in pixels. */
  IMAGE_RESOLUTION,
  /** Arguments: the least and the greatest side in pixels. */
  VIDEO_RESOLUTION,
  /** Arguments: the least and the most frames a second. */
  VIDEO_FPS,
  /** Arguments: the kind of file, the most megabytes. */
  FILE_TOO_HEAVY,
  /** Arguments: least and most seconds. */
  FILE_DURATION,
  /** Arguments: the greatest and the least height divided by width, as 3:1 and 1:3. */
  FILE_ASPECT,
  FILE_FORMAT,
  /** Argument: the kind of file. */
  FILE_UNREADABLE,
  TEMPLATE_CONTENT,
  IMAGE_RESOLUTION_RANGE,
  IMAGE_FORMAT,
  IMAGE_TYPE,
  IMAGE_SIZE,

  // Guesses: nobody has been seen to capture these strings.
  ENCRYPTED_INPUT,
  /** Argument: the path. */
  BLANK_STRING,
  /** Argument: the path. */
  NOT_A_STRING,
  /** Argument: the path. */
  NOT_AN_INTEGER,
  /** Argument: the path. */
  NOT_A_WHOLE_NUMBER,
  /** Argument: the path. */
  NOT_A_NUMBER,
  /** Argument: the path. */
  NOT_A_BOOLEAN,
  /** Arguments: the limit, the path. */
  NUMBER_TOO_SMALL,
  /** Arguments: the limit, the path. */
  NUMBER_TOO_GREAT,
  /** Arguments: least, given, the path. */
  LIST_TOO_SHORT,
  /** Arguments: most, given, the path. */
  LIST_TOO_LONG,
  /** Arguments: the field, the choices. */
  CLASSIC_NOT_IN,
  /** Argument: the field. */
  CLASSIC_NOT_SET,
  /** Arguments: the field, the type. */
  CLASSIC_WRONG_TYPE,
  /** Arguments: the field, least, most. */
  CLASSIC_NOT_BETWEEN,
  /** Arguments: the types given, the path. */
  MEDIA_SET,
  /** Arguments: the most, the type, the path. */
  MEDIA_TOO_MANY,
  /** Arguments: the type, the path. */
  MEDIA_MISSING,
  /** Arguments: the least and the most. */
  REFERENCES_COUNT,
  /** Arguments: the most images and the most videos. */
  REFERENCE_KINDS_COUNT,
  FILE_AND_LINK,
  LAST_FRAME_ALONE,
  /** Argument: the template. */
  TEMPLATE_UNKNOWN,
  /** Argument: the functions. */
  FUNCTION_UNKNOWN,
  /** Argument: the fields. */
  ONE_OF_REQUIRED,
  EXTENSION_ENDS,
  /** Arguments: the type, the most seconds. */
  TOTAL_DURATION,
  /** Argument: the most seconds. */
  INPUT_AND_OUTPUT_DURATION,
  IMAGE_ALPHA,
  DOCUMENT_TYPE;

  /** The row's name in {@code errors.yaml}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

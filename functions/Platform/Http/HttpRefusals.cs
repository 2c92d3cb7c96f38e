using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

public static class HttpRefusals
{
    public static readonly RefusalCode NotJson = new(
        RefusalKind.Unsupported, "body-not-json", "Nội dung phải là application/json.", "The body must be application/json.");

    public static readonly RefusalCode BodyMissing = new(
        RefusalKind.Invalid, "body-missing", "Thiếu nội dung yêu cầu.", "The request has no body.");

    public static readonly RefusalCode BodyUnreadable = new(
        RefusalKind.Invalid, "body-unreadable", "Không đọc được JSON ở dòng {0}, vị trí {1}: trường thiếu, thừa hoặc sai kiểu.",
        "The JSON cannot be read at line {0}, byte {1}: a field is missing, unknown or of the wrong type.");

    public static readonly RefusalCode TextUnwritten = new(
        RefusalKind.Invalid, "text-not-written", "Trường «{0}» có ký tự điều khiển, ký tự ẩn hoặc mã không phải là chữ.",
        "The field '{0}' holds a control, a hidden character or a code that is no letter.");

    public static readonly RefusalCode IfMatchUnusable = new(
        RefusalKind.Invalid, "if-match-unusable", "If-Match phải là đúng một thẻ phiên bản trong dấu ngoặc kép, lấy từ ETag đã đọc.",
        "If-Match must be exactly one tag in quotes, as it was read from ETag.");

    public static readonly RefusalCode BodyTooLarge = new(
        RefusalKind.TooLarge, "body-too-large", "Nội dung quá lớn.", "The body is too large.");

    public static readonly RefusalCode BodyCutShort = new(
        RefusalKind.Invalid, "body-cut-short", "Đường truyền bị ngắt trước khi nhận đủ nội dung. Hãy gửi lại.",
        "The line broke before the whole body arrived. Send it again.");

    public static readonly RefusalCode QueryInvalid = new(
        RefusalKind.Invalid, "query-invalid", "Tham số «{0}» không hợp lệ; cần: {1}.", "The parameter '{0}' is not valid; it takes: {1}.");

    public static readonly RefusalCode RouteUnknown = new(
        RefusalKind.NotFound, "route-unknown", "Không có địa chỉ này. Danh sách: GET /api/openapi.json.",
        "There is no such address. The list: GET /api/openapi.json.");

    public static readonly RefusalCode IdempotencyKeyMissing = new(
        RefusalKind.Invalid, "idempotency-key-missing",
        "Thiếu tiêu đề Idempotency-Key (8–64 ký tự). Nhờ nó, gửi lại khi mất sóng không tạo hồ sơ thứ hai.",
        "The Idempotency-Key header (8-64 characters) is missing. It lets you send again over a bad line without a second dossier.");

    public static readonly RefusalCode IdempotencyKeyReused = new(
        RefusalKind.Unprocessable, "idempotency-key-reused", "Idempotency-Key này đã dùng cho một yêu cầu khác nội dung. Hãy dùng khóa mới.",
        "This Idempotency-Key was used for a different request. Use a new one.");

    public static readonly RefusalCode MethodNotAllowed = new(
        RefusalKind.WrongMethod, "method-not-allowed", "Địa chỉ này không nhận phương thức vừa gửi; xem tiêu đề Allow.",
        "This address does not take that method; see the Allow header.");

    public static readonly RefusalCode BodyTooSlow = new(
        RefusalKind.TooSlow, "body-too-slow", "Nội dung đến quá chậm. Hãy gửi lại; tệp lớn hãy tải lên từng phần.",
        "The body arrived too slowly. Send it again; upload large files in chunks.");

    public static readonly RefusalCode TooBusy = new(
        RefusalKind.Unavailable, "too-busy", "Hệ thống đang quá tải. Hãy thử lại sau giây lát.", "The office is too busy. Try again in a moment.");

    public static readonly RefusalCode TookTooLong = new(
        RefusalKind.Unavailable, "took-too-long", "Yêu cầu mất quá nhiều thời gian nên đã bị ngắt. Hãy thử lại; gửi lại cùng Idempotency-Key thì không bị lặp.",
        "The request took too long and was cut off. Try again; sent again with the same Idempotency-Key nothing is done twice.");

    public static readonly RefusalCode StorageFull = new(
        RefusalKind.Unavailable, "storage-full", "Nơi lưu trữ đã đầy nên chưa ghi được; không có gì bị mất. Hãy thử lại sau và báo quản trị viên.",
        "The storage is full, so this was not written; nothing is lost. Try again later and tell the administrator.");

    public static readonly RefusalCode FileLost = new(
        RefusalKind.Unavailable, "file-lost", "Tệp này đã mất hoặc bị hỏng trong kho lưu trữ nên không được gửi. Hãy báo quản trị viên đặt lại từ bản sao lưu.",
        "This file is lost or damaged in the store, so it is not sent. Tell the administrator to put it back from a backup.");

    public static readonly RefusalCode RangeBeyondEnd = new(
        RefusalKind.BeyondEnd, "range-beyond-end", "Tệp chỉ có {0} byte; phần được yêu cầu nằm ngoài tệp. Hãy tải lại từ đầu.",
        "The file has only {0} bytes; the part asked for lies behind its end. Fetch it from the beginning.");

    public static readonly RefusalCode NotReady = new(
        RefusalKind.Unavailable, "not-ready", "Chưa sẵn sàng: {0}.", "Not ready: {0}.");

    public static readonly RefusalCode InternalError = new(
        RefusalKind.Fault, "internal-error", "Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo mã yêu cầu (requestId) cho bộ phận hỗ trợ.",
        "Something is broken on our side. Try again; if it stays so, tell the help desk the requestId.");

    public static readonly RefusalCode TooManyAttempts = new(
        RefusalKind.TooMany, "too-many-attempts", "Đã thử sai quá nhiều lần. Hãy thử lại sau {0} giây.",
        "Too many wrong attempts. Try again in {0} seconds.");

    public static readonly RefusalCode RequestBroken = new(
        RefusalKind.Invalid, "request-broken", "Yêu cầu không đúng giao thức HTTP.", "The request is not HTTP as it should be.");

    public static readonly RefusalCode AddressTooLong = new(
        RefusalKind.Invalid, "address-too-long", "Địa chỉ yêu cầu quá dài.", "The address of the request is too long.");

    public static readonly RefusalCode HeadersTooLong = new(
        RefusalKind.Invalid, "headers-too-long", "Các tiêu đề của yêu cầu quá dài hoặc quá nhiều.", "The headers of the request are too long or too many.");

    public static readonly RefusalCode HeadersTooSlow = new(
        RefusalKind.TooSlow, "headers-too-slow", "Các tiêu đề của yêu cầu đến quá chậm.", "The headers of the request arrived too slowly.");

    /// <summary>What the server itself refuses before it knows what is asked for.</summary>
    public static RefusalCode OfServer(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => HeadersTooSlow,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status414UriTooLong => AddressTooLong,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HeadersTooLong,
        _ => RequestBroken,
    };

    /// <summary>Why the body of a request could not be read to its end.</summary>
    public static RefusalCode Of(BadHttpRequestException broken) => broken.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status408RequestTimeout => BodyTooSlow,
        _ => BodyCutShort,
    };
}

using PublicAdmin.Platform;

namespace PublicAdmin.Documents.Uploads;

public static class UploadRefusals
{
    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "upload-unknown", "Không có tệp đang tải này, hoặc đã quá 7 ngày. Hãy bắt đầu lại bằng POST uploads.",
        "There is no such upload, or it is older than 7 days. Begin again with POST uploads.");

    public static readonly RefusalCode NameInvalid = new(
        RefusalKind.Invalid, "file-name-invalid", "Tên tệp cần 1 đến 200 ký tự, không có dấu gạch chéo và ký tự điều khiển.",
        "A file name has 1 to 200 characters, no slashes and no control characters.");

    public static readonly RefusalCode SizeInvalid = new(
        RefusalKind.TooLarge, "file-too-large", "Tệp phải từ 1 byte đến 50 MB. Hãy giảm độ phân giải hoặc tách tệp.",
        "A file has 1 byte to 50 MB. Lower the resolution or split it.");

    public static readonly RefusalCode HashInvalid = new(
        RefusalKind.Invalid, "sha256-invalid", "SHA-256 phải là 64 chữ số thập lục phân.", "A SHA-256 is 64 hexadecimal digits.");

    public static readonly RefusalCode ChunkSizeInvalid = new(
        RefusalKind.Invalid, "chunk-size-invalid", "Kích thước phần phải là lũy thừa của 2 từ 65536 đến 4194304.",
        "A chunk size is a power of two from 65536 to 4194304.");

    public static readonly RefusalCode ChunksInvalid = new(
        RefusalKind.Invalid, "chunks-invalid", "Cần đúng {0} mã SHA-256, mỗi phần một mã, cùng với chunkSize.",
        "Exactly {0} SHA-256 hashes are needed, one for each chunk, together with chunkSize.");

    public static readonly RefusalCode NotYourself = new(
        RefusalKind.Forbidden, "owner-not-yourself", "Công dân chỉ gửi giấy tờ của chính mình.", "A citizen sends only their own papers.");

    public static readonly RefusalCode OwnerMissing = new(
        RefusalKind.Invalid, "owner-missing", "Cần trường «onBehalfOf»: số định danh (12 số) hoặc mã số doanh nghiệp của người có giấy tờ.",
        "onBehalfOf is needed: the personal number (12 digits) or enterprise code of whoever the paper belongs to.");

    public static readonly RefusalCode NoPersonalNumber = new(
        RefusalKind.Forbidden, "no-personal-number", "Tài khoản chưa có số định danh nên chưa lưu được giấy tờ. Hãy định danh mức 2 trên VNeID.",
        "The account has no personal number, so papers cannot be kept. Identify yourself at level 2 in VNeID.");

    public static readonly RefusalCode OfficeMissing = new(
        RefusalKind.Invalid, "desk-missing", "Cần trường «office»: nơi tiếp nhận mà cán bộ đang trực.",
        "The field 'office' is needed: the desk the clerk is working at.");

    public static readonly RefusalCode TooManyOpen = new(
        RefusalKind.TooMany, "too-many-uploads", "Đang có {0} tệp tải dở. Hãy tải xong hoặc chờ tệp cũ hết hạn (7 ngày).",
        "{0} uploads are unfinished. Finish them or wait until the old ones end (7 days).");

    public static readonly RefusalCode TooManyBytes = new(
        RefusalKind.TooMany, "too-many-bytes", "Hôm nay đã gửi quá 1 GB. Hãy gửi tiếp vào ngày mai.", "More than 1 GB was sent today. Go on tomorrow.");

    public static readonly RefusalCode ChunkUnknown = new(
        RefusalKind.Invalid, "chunk-unknown", "Tệp này có các phần từ 0 đến {0}.", "This file has the chunks 0 to {0}.");

    public static readonly RefusalCode ChunkLength = new(
        RefusalKind.Invalid, "chunk-length", "Phần {0} phải dài đúng {1} byte.", "Chunk {0} has exactly {1} bytes.");

    public static readonly RefusalCode DigestMissing = new(
        RefusalKind.Invalid, "content-digest-missing", "Thiếu tiêu đề Content-Digest: sha-256=:…: của phần này (RFC 9530).",
        "The header Content-Digest: sha-256=:…: of this chunk is missing (RFC 9530).");

    public static readonly RefusalCode DigestDiffers = new(
        RefusalKind.Unprocessable, "content-digest-differs", "Phần {0} bị sai lệch trên đường truyền và không được lưu. Hãy gửi lại.",
        "Chunk {0} was changed on the way and is not kept. Send it again.");

    public static readonly RefusalCode ChunksMissing = new(
        RefusalKind.Conflict, "chunks-missing", "Còn thiếu {0} phần. Gửi các phần nêu trong «missing» rồi hoàn tất lại.",
        "{0} chunks are missing. Send those in 'missing' and complete again.");

    public static readonly RefusalCode WholeDiffers = new(
        RefusalKind.Unprocessable, "sha256-differs", "Các phần ghép lại không đúng mã SHA-256 của tệp. Hãy gửi lại từ đầu.",
        "The chunks together do not have the file's SHA-256. Send them again from the start.");

    public static readonly RefusalCode Busy = new(
        RefusalKind.Unavailable, "uploads-busy", "Nhiều thiết bị đang cùng gửi tệp của người này. Hãy thử lại.",
        "Several devices are sending this person's files at once. Try again.");
}

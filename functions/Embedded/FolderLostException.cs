namespace PublicAdmin.Embedded;

/// <summary>The folder has lost something without which the office must not open. One sentence in each language says what, and the way back.</summary>
internal sealed class FolderLostException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static FolderLostException OfDatabase(string folder) => new(
        $"Cơ sở dữ liệu office.db của {folder} đã mất hoặc là bản cũ: hãy đặt lại tệp từ bản sao lưu, hoặc mở lại với --Embedded:Restore=true sau khi bỏ tệp "
            + $"cũ (infra/README.md, Seals and the way back). "
        + "The database office.db of this folder is gone or an older one: put it back from a backup, or take the old file away and open with "
        + "--Embedded:Restore=true.");

    public static FolderLostException OfKey(string folder) => new(
        $"Khóa băm hash.key của {folder} đã mất, hỏng hoặc không phải khóa của thư mục này: hãy đặt lại tệp từ bản sao lưu; không có nó thì không tìm được hồ "
            + $"sơ của ai. "
        + "The hash key of this folder is gone, damaged or another's: put the file back from a backup; without it nobody's dossiers are found.");

    public static FolderLostException OfNote(string folder) => new(
        $"Tệp office.note của {folder} đã mất, nên không biết cơ sở dữ liệu có phải bản mới nhất không: hãy đặt lại tệp từ bản sao lưu, hoặc mở lại với "
            + $"--Embedded:Restore=true sau khi bỏ các tệp office.db*. "
        + "The file office.note is gone, so nobody knows whether the database is the latest: put it back from a backup, or take the files office.db* away and "
        + "open with --Embedded:Restore=true.");

    public static FolderLostException OfSigningKey(string folder, string name) => new(
        $"Khóa ký keys/{name} của {folder} đã mất: hãy đặt lại thư mục keys từ bản sao lưu; không có nó thì mã QR, chữ ký và bản niêm phong đã phát hành "
            + $"không còn kiểm tra được. "
        + $"The signing key keys/{name} is gone: put the folder keys back from a backup; without it what was issued and sealed can no longer be checked.");

    public static FolderLostException OfDataKey(string folder, string version) => new(
        $"Khóa keys/data-keys/{version}.key của {folder} đã mất hoặc không phải khóa của thư mục này: hãy đặt lại thư mục keys từ bản sao lưu; không có nó thì "
            + $"không đọc được hồ sơ nào. "
        + $"The key keys/data-keys/{version}.key is gone or another's: put the folder keys back from a backup; without it no dossier can be read.");

    public static FolderLostException OfBlobs(string folder) => new(
        $"Thư mục blobs của {folder} đã mất: hãy đặt lại từ bản sao lưu; trong đó có giấy tờ, kết quả và các bản niêm phong. "
        + "The folder blobs is gone: put it back from a backup; papers, results and seals lie in it.");

    public static FolderLostException OfDamage(string folder, Exception? inner = null) => new(
        $"Cơ sở dữ liệu office.db của {folder} bị hỏng: hãy đặt lại từ bản sao lưu, hoặc bỏ các tệp office.db* rồi mở lại với --Embedded:Restore=true. "
        + "The database office.db of this folder is damaged: put it back from a backup, or take the files office.db* away and open with "
        + "--Embedded:Restore=true.", inner);

    public static FolderLostException OfFile(string path, Exception inner) => new(
        $"Không đọc được khóa trong tệp {path}: hãy đặt lại tệp từ bản sao lưu. The key in this file cannot be read: put the file back from a backup.", inner);
}

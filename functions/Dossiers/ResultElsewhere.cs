using System.Globalization;
using System.Text.Json.Serialization;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers;

/// <summary>What a paper made elsewhere is worth by itself.</summary>
public enum ResultEvidence
{
    /// <summary>Bản quét: the agency vouches for the scan, and for nothing else.</summary>
    Scan,

    /// <summary>Ký số, chưa xác minh được chứng thư: whole, but nobody here can say who signed.</summary>
    Unproven,

    /// <summary>Ký số, đã xác minh: whole, and its signers lead to an authority that is trusted.</summary>
    Proven,
}

/// <summary>
/// Kết quả lập ngoài hệ thống: a land certificate, a card, a paper of a ministry's register. It is taken in as it is; no paper of ours ever pretends to be it.
/// </summary>
/// <param name="Kind">What it is, such as <c>Giấy chứng nhận quyền sử dụng đất</c>.</param>
/// <param name="Number">Số, ký hiệu, as it stands on the paper.</param>
/// <param name="Date">The day on the paper.</param>
/// <param name="Issuer">Which agency issued it.</param>
/// <param name="Signer">Who signed it, with the position.</param>
/// <param name="Sha256">Of the one PDF it was bound into, hexadecimal.</param>
/// <param name="SignedBy">The names in the certificates of its digital signatures; null for a scan.</param>
public sealed record ResultElsewhere(
    string Kind, string Number, DateOnly Date, string Issuer, string Signer, string Sha256, ResultEvidence Evidence, string? SignedBy = null)
{
    /// <summary>All of it in one text, which the leader reads and approves by its hash.</summary>
    [JsonIgnore]
    public string Words => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind}\nSố: {Number}, ngày {Date:dd/MM/yyyy}\nCơ quan cấp: {Issuer}\nNgười ký: {Signer}\n{EvidenceWords}\nSHA-256: {Sha256}");

    private string EvidenceWords => Evidence switch
    {
        ResultEvidence.Scan => "Bản quét từ bản giấy, do cơ quan giải quyết ký xác nhận việc số hóa",
        ResultEvidence.Proven => $"Tệp ký số gốc, đã xác minh: {SignedBy}",
        _ => $"Tệp ký số gốc, còn nguyên vẹn, chưa xác minh được chứng thư: {SignedBy}",
    };
}

/// <summary>Lent by the room that signs to the one that decides: the paper that was sent for a dossier, with what it is worth now.</summary>
/// <param name="sha256">As it was answered when the paper was sent.</param>
/// <returns>Evidence and signers, or why it cannot be a result.</returns>
public delegate Task<Result<(ResultEvidence Evidence, string? SignedBy)>> SentResult(Dossier dossier, string sha256, CancellationToken ct);

/// <summary>Lent by the room that checks papers: what stands against keeping a file — unreadable, locked, malicious, not looked at yet.</summary>
/// <param name="place">Where it lies.</param>
/// <param name="file">The same bytes.</param>
/// <returns>Null when nothing does.</returns>
public delegate ValueTask<Refusal?> FileObjection(BlobName place, ReadOnlyMemory<byte> file, CancellationToken ct);

using PublicAdmin.Documents.Checking;

namespace PublicAdmin.Documents.Uploads;

/// <summary>What is said of a file before its bytes are sent.</summary>
/// <param name="Name">As the citizen knows it; shown, never believed.</param>
/// <param name="Size">Bytes, at most 50 MB.</param>
/// <param name="Sha256">Of the whole file, 64 hex digits.</param>
/// <param name="ChunkSize">What the line bears: a power of two from 64 KiB to 4 MiB; 128 KiB when not said. The answer decides.</param>
/// <param name="Chunks">The SHA-256 of each chunk of that size: chunks sent before within another file need not be sent again.</param>
/// <param name="OnBehalfOf">For a clerk or the portal: the personal number of whoever the paper belongs to.</param>
/// <param name="Office">For a clerk at several desks: which one.</param>
public sealed record UploadForm(
    string Name, long Size, string Sha256, int? ChunkSize = null, IReadOnlyList<string>? Chunks = null, string? OnBehalfOf = null, string? Office = null);

/// <summary>How far an upload is.</summary>
/// <param name="Missing">The chunks still to be sent; empty when all are there.</param>
/// <param name="Complete">The whole is there and verified; only then a dossier can refer to it.</param>
/// <param name="Check">Null until it is complete.</param>
public sealed record UploadView(
    UploadId Id, string Name, long Size, string Sha256, int ChunkSize, int ChunkCount, IReadOnlyList<int> Missing, bool Complete, PaperCheck? Check)
{
    public static UploadView Of(OpenUpload upload, IReadOnlyList<int> missing) =>
        new(upload.Id, upload.Name, upload.Plan.Size, upload.Id.Sha256, upload.Plan.ChunkSize, upload.Plan.Count, missing, false, null);

    public static UploadView Of(StoredPaper paper) =>
        new(paper.Id, paper.Name, paper.Plan.Size, paper.Id.Sha256, paper.Plan.ChunkSize, paper.Plan.Count, [], true, paper.Check);
}

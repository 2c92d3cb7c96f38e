using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Documents.Uploads;

/// <summary>What an upload must be like, and who may go on with one.</summary>
public static class UploadRules
{
    public static Refusal? FirstBroken(UploadForm form)
    {
        var plan = new ChunkPlan(form.Size, form.ChunkSize ?? ChunkPlan.DefaultChunk);
        return form switch
        {
            _ when !IsFileName(form.Name) => UploadRefusals.NameInvalid.At("name"),
            { Size: < 1 or > ChunkPlan.MaxSize } => UploadRefusals.SizeInvalid.At("size"),
            _ when !IsSha256(form.Sha256) => UploadRefusals.HashInvalid.At("sha256"),
            { ChunkSize: { } wished } when !ChunkPlan.Allows(wished) => UploadRefusals.ChunkSizeInvalid.At("chunkSize"),
            { Chunks: { } chunks } when form.ChunkSize is null || chunks.Count != plan.Count || !chunks.All(IsSha256) =>
                UploadRefusals.ChunksInvalid.At("chunks", plan.Count),
            _ => null,
        };
    }

    /// <summary>A clerk's desk: the one named, or the only one there is. Citizens and systems have none.</summary>
    public static Result<UploadSource> SourceOf(Caller caller, string? office)
    {
        if (caller.Kind is not CallerKind.Staff)
        {
            return new UploadSource(caller.Id, null);
        }

        var desks = caller.Duties.Where(duty => duty.Role is Role.Clerk).Select(duty => duty.Office).Distinct().ToList();
        return office is not null
            ? caller.Has(Role.Clerk, office) ? new UploadSource(caller.Id, office) : UploadRefusals.OfficeMissing.At("office")
            : desks is [var only] && only != Duty.Everywhere ? new UploadSource(caller.Id, only) : UploadRefusals.OfficeMissing.At("office");
    }

    /// <summary>The owner, whoever gave the bytes, or a colleague at the same desk.</summary>
    public static bool MayTouch(Caller caller, UploadId id, UploadSource source, PaperOwner? own) => caller.Kind is CallerKind.Citizen
        ? id.Owner == own?.Key
        : source.By == caller.Id || (source.Office is { } desk && caller.Has(Role.Clerk, desk));

    private static bool IsFileName(string name) => name.Trim().Length is >= 1 and <= 200 && !name.Any(c => c is '/' or '\\' || char.IsControl(c));

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}

using System.Text.Json;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

/// <summary>Where administrators write the staff directory; each change carries the tag it read and leaves a line in the person's record.</summary>
public sealed class StaffRegister(StaffFiles files, ITables tables, OfficeDirectory offices, TimeProvider clock)
{
    private readonly ITable _table = tables[Tables.Reference];

    /// <param name="member">The entry to be.</param>
    /// <param name="tag">The tag of the entry it replaces; null for a new one.</param>
    /// <param name="editor">Who writes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new tag.</returns>
    public async Task<Result<string>> WriteAsync(StaffMember member, string? tag, Caller editor, CancellationToken ct)
    {
        var file = await files.ReadAnewAsync(member.Id, ct);
        if (StaffRules.FirstBroken(file.Member, member, editor, (office, day) => offices.Find(office, day) is not null) is { } broken)
        {
            return broken;
        }

        if (tag != file.Tag)
        {
            return file.Tag is { } present && Same(file.Member, member) ? present : Changed(file.Tag); // Sent again, for the answer was lost.
        }

        var change = new StaffChange(clock.GetUtcNow(), editor.Id, "staff-written", JsonSerializer.Serialize(member.Duties, OfficeJson.Stored));
        return await WriteAsync(member, tag, change, ct) ?? Changed((await files.ReadAnewAsync(member.Id, ct)).Tag);
    }

    /// <summary>Puts people into an empty directory; who is in it already stays as they are.</summary>
    internal Task SeedAsync(IEnumerable<StaffMember> members, CancellationToken ct) => Task.WhenAll(members.Select(async member =>
    {
        if (await _table.FindAsync(StaffRows.Partition(member.Id), StaffRows.EntryKey, ct) is null)
        {
            await WriteAsync(member, null, new StaffChange(clock.GetUtcNow(), "seed", "staff-written", "[]"), ct);
        }
    }));

    // Listed first: a name in an office's list without the duty there is passed over, a duty without the name would be missed.
    private async Task<Result<string>?> WriteAsync(StaffMember member, string? tag, StaffChange change, CancellationToken ct)
    {
        foreach (var office in member.Duties.Select(duty => duty.Office).Append(Duty.Everywhere).Distinct())
        {
            await _table.WriteAsync([RowChange.Upsert(StaffRows.ToListed(office, member.Id))], ct);
        }

        var row = StaffRows.ToRow(member, tag);
        try
        {
            var tags = await _table.WriteAsync(
                [tag is null ? RowChange.Insert(row) : RowChange.Replace(row), RowChange.Insert(StaffRows.ToRow(member.Id, change))], ct);
            return tags[0];
        }
        catch (StaleRowException)
        {
            return null;
        }
        finally
        {
            files.Forget(member.Id);
        }
    }

    private static bool Same(StaffMember? one, StaffMember other) =>
        JsonSerializer.Serialize(one, OfficeJson.Stored) == JsonSerializer.Serialize(other, OfficeJson.Stored);

    private static Refusal Changed(string? tag) => tag is null ? StaffRefusals.Changed : StaffRefusals.Changed.With().Knowing("etag", $"\"{tag}\"");
}

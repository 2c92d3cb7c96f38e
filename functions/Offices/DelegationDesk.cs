using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

/// <summary>Where staff lend duties to colleagues and end the loan. Both leave a line in the lender's record.</summary>
public sealed class DelegationDesk(StaffFiles files, ITables tables, TimeProvider clock)
{
    private readonly ITable _table = tables[Tables.Reference];

    /// <summary>Lends a duty. The same loan asked for twice is one; one that was revoked is made anew.</summary>
    public Task<Result<Delegation>> LendAsync(DelegationForm form, Caller caller, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => LendOnceAsync(form, caller, ct), ct);

    /// <summary>Ends a delegation at once: the lender, or an administrator of its office. One that is ended stays as it is.</summary>
    public Task<Result<Delegation>> RevokeAsync(string id, Caller caller, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => RevokeOnceAsync(id, caller, ct), ct);

    private async Task<Result<Delegation>> LendOnceAsync(DelegationForm form, Caller caller, CancellationToken ct)
    {
        var lender = await files.ReadAnewAsync(caller.Id, ct);
        var receiver = await files.ReadAsync(form.Receiver, ct);
        if (DelegationRules.FirstBroken(form, lender.Member, receiver.Member, clock.Today()) is { } broken)
        {
            return broken;
        }

        var loan = new Delegation(
            IdOf(caller.Id, form), caller.Id, form.Receiver, form.Role, form.Office, form.From, form.To, form.Reason.Trim(), clock.GetUtcNow(),
            Signing: form.Signing);
        var row = await RowAsync(loan.Id, ct);
        return row?.Json<Delegation>("Json") is { RevokedAt: null } made ? made : await WriteAsync(loan, row?.Tag, caller, "delegation-made", ct);
    }

    private async Task<Result<Delegation>> RevokeOnceAsync(string id, Caller caller, CancellationToken ct)
    {
        var row = await RowAsync(id, ct);
        if (row?.Json<Delegation>("Json") is not { } loan || !(loan.Lender == caller.Id || caller.ScopeOf(Role.Administrator).Contains(loan.Office)))
        {
            return DelegationRefusals.Unknown.With(id);
        }

        return loan.RevokedAt is not null
            ? loan
            : await WriteAsync(loan with { RevokedAt = clock.GetUtcNow(), RevokedBy = caller.Id }, row.Tag, caller, "delegation-revoked", ct);
    }

    private async Task<TableRow?> RowAsync(string id, CancellationToken ct) => id.Split('~') is [var lender, _] && StaffRules.Id().IsMatch(lender)
        ? await _table.FindAsync(StaffRows.Partition(lender), StaffRows.LentKey(id), ct)
        : null;

    // The receiver's pointer goes first: a pointer to nothing means nothing, a loan without a pointer would not be found.
    private async Task<Delegation> WriteAsync(Delegation loan, string? tag, Caller by, string what, CancellationToken ct)
    {
        await _table.WriteAsync([RowChange.Upsert(StaffRows.ToPointer(loan))], ct);
        var row = StaffRows.ToRow(loan, tag);
        var change = new StaffChange(clock.GetUtcNow(), by.Id, what, JsonSerializer.Serialize(loan, OfficeJson.Stored));
        try
        {
            await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row), RowChange.Insert(StaffRows.ToRow(loan.Lender, change))], ct);
            return loan;
        }
        finally
        {
            files.Forget(loan.Lender);
            files.Forget(loan.Receiver);
        }
    }

    private static string IdOf(string lender, DelegationForm form)
    {
        var what = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{form.Receiver}\n{form.Role}\n{form.Office}\n{form.From:O}\n{form.To:O}{(form.Signing is { } way ? $"\n{way}" : "")}");
        return $"{lender}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 8))}";
    }
}

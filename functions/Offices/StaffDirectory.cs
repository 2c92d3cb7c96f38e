using PublicAdmin.Identity;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

/// <summary>Who works where as what (danh bạ cán bộ). Rights come from here and never from a token.</summary>
public sealed class StaffDirectory(StaffFiles files, ITables tables)
{
    /// <returns>Null when the directory has no entry under the id.</returns>
    public async ValueTask<StaffMember?> FindAsync(string id, CancellationToken ct) => (await files.ReadAsync(id, ct)).Member;

    /// <summary>What the person may do on this day: own appointments, and duties lent by colleagues who still hold them.</summary>
    public async ValueTask<IReadOnlyList<Duty>> DutiesAsync(string id, DateOnly day, CancellationToken ct)
    {
        var file = await files.ReadAsync(id, ct);
        if (file.Member is not { } member)
        {
            return [];
        }

        var duties = member.Duties.Where(duty => duty.Holds(day))
            .Select(duty => new Duty(duty.Role, duty.Office, null, duty.To, duty.Role is Role.Leader ? member.Position?.Own : null)).ToList();
        foreach (var lender in file.Received.Where(pointer => pointer.From <= day && day <= pointer.To).Select(pointer => pointer.Lender).Distinct())
        {
            duties.AddRange(Lent(await files.ReadAsync(lender, ct), member, day));
        }

        return duties;
    }

    /// <summary>The people appointed in an office, page by page.</summary>
    /// <param name="office">The office's code; <see cref="Duty.Everywhere"/> for the whole directory.</param>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="limit">1 to 1,000 people looked at; those who left the office since are skipped.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<StaffPage> ListAsync(string office, string? after, int limit, CancellationToken ct)
    {
        var page = await tables[Tables.Reference].ScanAsync(RowRange.All(StaffRows.PartitionOf(office)).After(after), limit, ct);
        var members = new List<StaffMember>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            if (await FindAsync(row.Key, ct) is { } member && (office == Duty.Everywhere || member.Duties.Any(duty => duty.Office == office)))
            {
                members.Add(member);
            }
        }

        return new StaffPage(members, page.More ? page.Rows[^1].Key : null);
    }

    /// <summary>Who holds a role in this very office on a day by own appointment: the people to tell.</summary>
    public async Task<IReadOnlyList<StaffMember>> HoldersAsync(Role role, string office, DateOnly day, CancellationToken ct)
    {
        var holders = new List<StaffMember>();
        for (string? after = null; ;)
        {
            var page = await ListAsync(office, after, TableLimits.MaxPage, ct);
            holders.AddRange(page.Items.Where(member => member.Duties.Any(duty => duty.Role == role && duty.Office == office && duty.Holds(day))));
            if ((after = page.Next) is null)
            {
                return holders;
            }
        }
    }

    /// <summary>Whether somebody there could take a dossier on: else it would lie where nobody looks.</summary>
    public async Task<bool> IsStaffedAsync(string office, DateOnly day, CancellationToken ct) => (await HoldersAsync(Role.Officer, office, day, ct)).Count > 0;

    /// <summary>One person's entry past the cache, with delegations and the latest changes; null when there is none.</summary>
    public async Task<StaffRecord?> RecordAsync(string id, CancellationToken ct)
    {
        var file = await files.ReadAnewAsync(id, ct);
        if (file is not { Member: { } member, Tag: { } tag })
        {
            return null;
        }

        var changes = await tables[Tables.Reference].ScanAsync(StaffRows.Record(id), 20, ct);
        return new StaffRecord(member, file.Lent, await ReceivedAsync(id, ct), [.. changes.Rows.Select(row => row.Json<StaffChange>("Json")!)], tag);
    }

    /// <summary>The delegations a person made, past ones included.</summary>
    public async Task<IReadOnlyList<Delegation>> LentAsync(string id, CancellationToken ct) => (await files.ReadAsync(id, ct)).Lent;

    /// <summary>The delegations made to a person, past ones included.</summary>
    public async Task<IReadOnlyList<Delegation>> ReceivedAsync(string id, CancellationToken ct)
    {
        var received = new List<Delegation>();
        foreach (var lender in (await files.ReadAsync(id, ct)).Received.Select(pointer => pointer.Lender).Distinct())
        {
            received.AddRange((await files.ReadAsync(lender, ct)).Lent.Where(loan => loan.Receiver == id));
        }

        return received;
    }

    // Authority to sign ends with the position that may sign.
    private static IEnumerable<Duty> Lent(StaffFile lender, StaffMember receiver, DateOnly day) => lender.Lent
        .Where(loan =>
            loan.Receiver == receiver.Id && loan.Holds(day) && (loan.Role is not Role.Leader || receiver.Position is { MaySign: true })
                && lender.Member is { } member && member.Holds(loan.Role, loan.Office, day))
        .Select(loan => new Duty(loan.Role, loan.Office, loan.Lender, loan.To, CapacityOf(loan, receiver)));

    private static SigningCapacity? CapacityOf(Delegation loan, StaffMember receiver) =>
        loan.Role is Role.Leader ? new(loan.Signing ?? SigningForm.ByAuthority, receiver.Position!.Title) : null;
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record StaffPage(IReadOnlyList<StaffMember> Items, string? Next);

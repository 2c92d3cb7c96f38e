using System.Globalization;
using PublicAdmin.Identity;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Lays an alarm about the National Portal before the province's administrators and its center; the same alarm again is the same line.</summary>
public sealed class PortalAlarm(StaffDirectory staff, OfficeDirectory offices, Inbox inbox, TimeProvider clock)
{
    private const string Letter = "portal-silent";

    /// <param name="code">The dossier whose change has waited longest.</param>
    /// <param name="since">Since when.</param>
    /// <param name="count">How many dossiers wait too long.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RingAsync(string code, DateTimeOffset since, int count, CancellationToken ct)
    {
        var item = new InboxItem("", since, Letter, code, WordsOf(code, since, count));
        foreach (var box in await BoxesAsync(ct))
        {
            await inbox.PutAsync(box, $"{Letter}:{code}", item, ct);
        }
    }

    private async Task<IEnumerable<string>> BoxesAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var administrators = await staff.HoldersAsync(Role.Administrator, Duty.Everywhere, today, ct);
        var centers = offices.All(today).Where(office => office.Kind is OfficeKind.ProvincialCenter);
        return administrators.Select(member => Inbox.BoxOf(member.Id)).Concat(centers.Select(office => Inbox.BoxOf(Role.Supervisor, office.Code)));
    }

    private static InboxWords WordsOf(string code, DateTimeOffset since, int count)
    {
        var at = since.Here().ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
        return new InboxWords(
            new("Cổng Dịch vụ công quốc gia chưa xác nhận sau 2 giờ làm việc", "The National Portal has not confirmed within two working hours"),
            new(
                $"{count} hồ sơ có thay đổi chưa được xác nhận; lâu nhất là hồ sơ {code}, từ {at}. Hãy xem sổ đồng bộ của hồ sơ và hàng đợi «Cổng quốc gia».",
                $"{count} dossiers have changes that are not confirmed; the oldest is {code}, since {at}. Look at its ledger and the queue of the portal."));
    }
}

using System.Globalization;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications.Staff;

/// <summary>Every supervisor's morning: those of an office hear of its dossiers, those of the province of its offices.</summary>
public sealed class MorningDigest(OfficeDirectory offices, StaffDirectory staff, CalendarBook calendar, IQueueSender queue, TimeProvider clock)
{
    /// <summary>One message per supervisor and office; on a day off, none. Run twice, the second does nothing.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        var today = clock.Today();
        if (!calendar.Current.Calendar.IsWorkingDay(today))
        {
            return;
        }

        foreach (var office in offices.All(today).Select(office => office.Code).Append(Duty.Everywhere))
        {
            var supervisors = await staff.HoldersAsync(Role.Supervisor, office, today, ct);
            foreach (var supervisor in supervisors.Where(member => member.Email is not null)) // Whoever has no address has the board.
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"digest:{today:yyyyMMdd}:{office}:{supervisor.Id}");
                var notice = new Notice(id, Notice.MorningDigest, clock.GetUtcNow(), Office: office, To: new Addressee(LetterChannel.Email, supervisor.Id));
                await queue.SendAsync(QueueMessage.Of(Queues.Notifications, id, notice), ct);
            }
        }
    }
}

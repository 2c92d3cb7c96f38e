using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Cash;

/// <summary>One receipt of a day and what its dossier says of it.</summary>
/// <param name="Holds">The money is there.</param>
/// <param name="Borne">False while, or because, the act that was to book it did not end.</param>
/// <param name="Paper">Which of the dossier's receipts stands for the money now, from 1; its own when it was cancelled.</param>
/// <param name="Present">The number of that one.</param>
public sealed record CashLine(ReceiptLine Line, bool Holds, bool Borne, int? Paper, string? Present);

/// <summary>
/// Sổ thu tiền mặt of a day: what counts is what the dossiers say. A number whose act was broken off counts nothing; one that may still be on its way keeps
/// the day open, and so does a cancellation that was announced and is not there yet.
/// </summary>
public sealed class CashDays(CashDayBook book, DossierStore dossiers, TimeProvider clock)
{
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<CashLine>> ReadAsync(string office, DateOnly day, string? by, CancellationToken ct)
    {
        var lines = new List<CashLine>();
        foreach (var line in await book.CashAsync(office, day, by, ct))
        {
            lines.Add(Of(line, (await dossiers.FindAsync(line.Code, ct))?.Dossier.Fees));
        }

        return lines;
    }

    /// <summary>Counted = booked, or a reason why not; then the day takes no more. The same again is the same closing.</summary>
    public Task<Result<CashClosing>> CloseAsync(string office, DateOnly day, string by, long counted, string? reason, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => CloseOnceAsync(office, day, by, counted, reason, ct), ct);

    private async Task<Result<CashClosing>> CloseOnceAsync(string office, DateOnly day, string by, long counted, string? reason, CancellationToken ct)
    {
        var head = await book.HeadAsync(office, day, by, ct);
        if (head.Closing is { } closed)
        {
            return closed.Counted == counted && closed.Reason == reason ? closed : PaymentRefusals.DayClosed.With(day);
        }

        var announced = await book.CancellationsAsync(office, day, by, ct);
        var lines = await ReadAsync(office, day, by, ct);
        var holding = lines.Where(line => line.Holds).ToList();
        if (lines.Any(line => !line.Borne && MayStillCome(line.Line.At)) || announced.Any(one => MayStillCome(one.At) && Names(holding, one)))
        {
            return PaymentRefusals.DayOpen;
        }

        var closing = new CashClosing(counted, holding.Sum(line => line.Line.Amount), holding.Count, reason, clock.Instant());
        return closing.Difference is not 0 && string.IsNullOrWhiteSpace(reason) ? PaymentRefusals.DifferenceUnexplained.At("reason", closing.Difference)
            : await book.CloseAsync(office, day, by, head, closing, lines.Count, ct);
    }

    private static CashLine Of(ReceiptLine line, FeeAccount? fees)
    {
        var own = fees?.Receipts.FirstOrDefault(receipt => receipt.Number == line.Text);
        var present = own is null ? null : fees!.PresentOf(own);
        return new CashLine(
            line, present is { Holds: true }, own is not null, present is null ? null : fees!.Receipts.ToList().IndexOf(present) + 1, present?.Number);
    }

    private static bool Names(IEnumerable<CashLine> holding, AnnouncedCancellation one) => holding.Any(line => line.Line.Text == one.Receipt);

    private bool MayStillCome(DateTimeOffset begun) => begun > clock.GetUtcNow() - LongestAct;
}

using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Payments.Cash;

/// <summary>One receipt of a day and what its dossier says of it.</summary>
/// <param name="Holds">The money is there.</param>
public sealed record CashLine(ReceiptLine Line, bool Holds, bool Borne);

/// <summary>
/// Sổ thu tiền mặt of a day: what counts is what the dossiers say. A number whose act was broken off counts nothing; one that may still be on its way keeps
/// the day open.
/// </summary>
public sealed class CashDays(ReceiptBook book, DossierStore dossiers, TimeProvider clock)
{
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<CashLine>> ReadAsync(string office, DateOnly day, string? by, CancellationToken ct)
    {
        var lines = new List<CashLine>();
        foreach (var line in await book.CashAsync(office, day, by, ct))
        {
            var fees = (await dossiers.FindAsync(line.Code, ct))?.Dossier.Fees;
            var receipt = fees?.Receipts.FirstOrDefault(receipt => receipt.Number == line.Text);
            lines.Add(new CashLine(line, receipt is not null && fees!.IsMoneyOf(receipt), receipt is not null));
        }

        return lines;
    }

    /// <summary>Counted = booked, or a reason why not; then the day takes no more. The same again is the same closing.</summary>
    public async Task<Result<CashClosing>> CloseAsync(string office, DateOnly day, string by, long counted, string? reason, CancellationToken ct)
    {
        if (await book.ClosingAsync(office, day, by, ct) is { } closed)
        {
            return closed.Counted == counted && closed.Reason == reason ? closed : PaymentRefusals.DayClosed.With(day);
        }

        var lines = await ReadAsync(office, day, by, ct);
        if (lines.Any(line => !line.Borne && line.Line.At > clock.GetUtcNow() - LongestAct))
        {
            return PaymentRefusals.DayOpen;
        }

        var holding = lines.Where(line => line.Holds).ToList();
        var closing = new CashClosing(counted, holding.Sum(line => line.Line.Amount), holding.Count, reason, clock.Instant());
        return closing.Difference is not 0 && string.IsNullOrWhiteSpace(reason) ? PaymentRefusals.DifferenceUnexplained.At("reason", closing.Difference)
            : await book.CloseAsync(office, day, by, closing, lines.Count, ct) ? closing
            : PaymentRefusals.DayOpen;
    }
}

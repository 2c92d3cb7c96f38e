using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Results.Receipts;

/// <summary>
/// The receipts of a dossier as papers, sealed by the office that took the money: made when first asked for, and anew when one was replaced or cancelled,
/// which it then says.
/// </summary>
public sealed class FeeReceipts(PaperNames names, PaperSigners owners, PaperSigner signer, StaffDirectory staff, IBlobs blobs)
{
    /// <param name="dossier">Whose account.</param>
    /// <param name="place">From 1, in the order of the account.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<byte[]>> ReadAsync(Dossier dossier, int place, CancellationToken ct)
    {
        if (place < 1 || place > dossier.Fees.Receipts.Count || dossier.Fees.Receipts[place - 1] is not { Way: not null } receipt)
        {
            return ResultRefusals.NoReceipt.With(dossier.Code, place);
        }

        return await blobs.ReadAsync(NameOf(dossier, receipt), ct) is { } kept ? kept : await MakeAsync(dossier, receipt, ct);
    }

    private async Task<Result<byte[]>> MakeAsync(Dossier dossier, FeeReceipt receipt, CancellationToken ct)
    {
        var pdf = await PrintAsync(dossier, receipt, ct);
        var made = await signer.SealAsync(pdf, owners.CenterOf(dossier), $"Biên lai {receipt.Number} của hồ sơ {dossier.Code}", null, ct);
        if (!made.Try(out var paper, out var refusal))
        {
            return refusal;
        }

        await blobs.CreateAsync(NameOf(dossier, receipt), new MemoryStream(paper.Pdf), SignedResults.FactsOf(paper.By), ct);
        return await blobs.ReadAsync(NameOf(dossier, receipt), ct) ?? paper.Pdf; // A second request may have been quicker.
    }

    private async Task<byte[]> PrintAsync(Dossier dossier, FeeReceipt receipt, CancellationToken ct) => new FeeReceiptPaper(
        names.CenterOf(dossier),
        await names.HeadAsync(dossier, ct),
        receipt.Number,
        LinesOf(dossier, receipt),
        receipt.Amount,
        receipt.Way is PaymentWay.Cash ? "Tiền mặt" : "Trực tuyến",
        receipt is { Way: PaymentWay.Cash, By: { } collector } ? (await staff.FindAsync(collector, ct))?.Name ?? collector : null,
        StateOf(receipt),
        receipt.At.Here()).Print();

    // A receipt over all there is names each item; of a part nobody said which item it was for.
    private static IReadOnlyList<FeeReceiptLine> LinesOf(Dossier dossier, FeeReceipt receipt)
    {
        var items = dossier.Fees.Items.Where(item => item is { Amount: not null, SettledBy: null }).ToList();
        return items.Sum(item => item.Amount!.Value) == receipt.Amount
            ? [.. items.Select(item => new FeeReceiptLine(item.Name.Vi, item.Amount))]
            : [.. items.Select(item => new FeeReceiptLine(item.Name.Vi, null))];
    }

    private static string? StateOf(FeeReceipt receipt) => receipt switch
    {
        { Holds: true } => null,
        { ReplacedBy: { } other } => $"ĐÃ THAY THẾ bằng biên lai {other}: {receipt.Cancelled}",
        _ => $"ĐÃ HỦY: {receipt.Cancelled}",
    };

    private static BlobName NameOf(Dossier dossier, FeeReceipt receipt) => new(
        Containers.Results,
        string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}/receipts/{RequestKeys.Shorten(receipt.Number)}{(receipt.Holds ? "" : "-gone")}.pdf"));
}

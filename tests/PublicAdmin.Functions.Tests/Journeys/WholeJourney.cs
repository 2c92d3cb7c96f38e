using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Results;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// One dossier through the whole office: filed with a scan, checked, accepted with a signed receipt, proposed, approved,
/// signed by a leader, sealed, returned, tracked by anybody and verified.
/// The same steps and the same answers in both editions; nothing here hangs on the day.
/// </summary>
internal static class WholeJourney
{
    public static async Task<FilingReceipt> GoAsync(IOffice office)
    {
        var mai = office.As("mai");
        var clerk = office.As("clerk-muong-ang");
        var scan = await mai.SendFileAsync(
            VietnameseScan.Of("GIẤY CHỨNG SINH", "Họ và tên mẹ: Lò Thị Mai", "Dự định đặt tên con: Lò Minh An", $"Số: {Guid.NewGuid()}"));
        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)));
        await office.DeliverMessagesAsync();

        Assert.Contains(await clerk.WorkAsync("list=registered"), item => item.Code == receipt.Code);
        Assert.NotNull((await clerk.ActAsync(receipt.Code, "acceptance")).Deadline);
        await VerifyAsync(office, await mai.GetByteArrayAsync($"/api/dossiers/{receipt.Code}/forms/01"));
        await office.ProcessToTheEndAsync("muong-ang", receipt.Code, proposal: Proposals.Birth);
        await office.DeliverMessagesAsync();

        Assert.Equal(Decision.Grant, (await mai.ReadDossierAsync(receipt.Code)).Result!.Outcome);
        Assert.Equal(10, (await office.Http.TrackAsync(receipt.Code, receipt.Secret)).StatusCode);
        Assert.DoesNotContain(await clerk.WorkAsync(), item => item.Code == receipt.Code);
        await VerifyAsync(office, await mai.GetByteArrayAsync($"/api/dossiers/{receipt.Code}/result"));
        return receipt;
    }

    // A person and then the seal of their body, each over all that was there before.
    private static async Task VerifyAsync(IOffice office, byte[] file)
    {
        using var paper = new ByteArrayContent(file);
        paper.Headers.ContentType = new("application/pdf");
        var report = (await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", paper), HttpStatusCode.OK)).Report;

        Assert.True(report is { Verdict: Verdict.Valid, Signatures.Count: 2 },
            $"{report.Vi} {string.Join(", ", report.Signatures.Select(signature => signature.Signer))}");
    }
}

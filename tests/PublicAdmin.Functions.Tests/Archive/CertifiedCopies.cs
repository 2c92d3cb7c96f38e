using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Dossiers whose term is two years, brought to their end.</summary>
internal static class CertifiedCopies
{
    /// <summary>A certified copy, scanned, paid and handed over.</summary>
    internal static async Task<DossierCode> CopiedAsync(this Office office, FilingForm filing)
    {
        var clerk = office.As("clerk-dien-bien-phu");
        var upload = await clerk.SendFileAsync(SampleScans.Png(), "bằng tốt nghiệp.png", onBehalfOf: filing.Applicant.PersonalNumber);
        var code = (await clerk.FileAsync(filing with { Papers = [new PaperForm("ban-chinh", upload)] })).Code;
        await office.DeliverMessagesAsync();
        await clerk.ActAsync(code, "acceptance");
        await clerk.ActAsync(code, "fee", new FeeFactsForm(Pages: 2));
        await office.As("cashier-dien-bien-phu").ActAsync(code, "payment", new FeeForm(4_000, $"BL-AA/26E {code}"));
        await office.ProcessToTheEndAsync("dien-bien-phu", code);
        await office.DeliverMessagesAsync();
        return code;
    }

    /// <summary>Packed, offered, and received twice.</summary>
    internal static async Task HandOverAsync(this Office office, DossierCode code)
    {
        var registrar = office.As("registrar-dien-bien-phu");
        var packed = await registrar.PostAsync($"/api/dossiers/{code}/archive-package", null);
        var made = await Counter.ReadAsync<ArchiveView>(packed, HttpStatusCode.OK);
        await PostAsync("archive-offer", new object());
        await PostAsync("archive-answer", new ArchiveAnswerForm(true, made.Package!.Sha256, "BN-1"));
        await PostAsync("archive-answer", new ArchiveAnswerForm(true, made.Package.Sha256, "BN-2", 2));

        async Task PostAsync<T>(string act, T form) =>
            Assert.Equal(HttpStatusCode.OK, (await registrar.PostAsJsonAsync($"/api/dossiers/{code}/{act}", form, OfficeJson.Options)).StatusCode);
    }

    /// <summary>The package its registrar makes of it.</summary>
    internal static async Task<UnpackedBag> PackedAsync(this Office office, string registrar, DossierCode code)
    {
        (await office.As(registrar).PostAsync($"/api/dossiers/{code}/archive-package", null)).EnsureSuccessStatusCode();
        return new UnpackedBag(await office.As(registrar).GetByteArrayAsync($"/api/dossiers/{code}/archive-package"));
    }

    internal static Task<HttpResponseMessage> ProposeErasureAsync(this Office office, DossierCode code) => office.As("registrar-dien-bien-phu")
        .PostAsJsonAsync($"/api/dossiers/{code}/erasure-proposal", new ErasureForm("QĐ 12/2049"), OfficeJson.Options);
}

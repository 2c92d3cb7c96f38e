using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Due, prepared, offered, refused, accepted: in this order, each once, and two receipts before anything could be destroyed.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private Office _office = null!;
    private DossierCode _code = null!;

    private HttpClient Registrar => _office.As("registrar-muong-ang");

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync("2026-11-20T02:00Z");
        (_code, _) = await PackageTests.EndedAsync(_office);
        await _office.SealUpToAsync("2026-11-21T18:10Z");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task It_is_due_a_year_after_its_end_and_kept_for_ever()
    {
        var waiting = Assert.Single(await ListAsync());
        Assert.Equal((_code, ArchiveStep.Waiting, new DateOnly(2027, 11, 20), "Vĩnh viễn"), (waiting.Code, waiting.Step, waiting.DueOn, waiting.Term));
        Assert.Contains(KeepReason.Permanent, waiting.KeptBecause);
        Assert.Empty(await ListAsync("due=true"));

        _office.Clock.GoTo(new DateTimeOffset(2027, 11, 20, 2, 0, 0, TimeSpan.Zero));

        Assert.Single(await ListAsync("due=true"));
        var foreign = $"/api/archive?office={_office.OfficeOf("registrar-muong-ang")}";
        Assert.Equal("office-not-yours", await (await _office.As("registrar-muong-phang").GetAsync(foreign)).RefusalAsync());
    }

    [Fact]
    public async Task Sent_back_it_goes_again_as_the_next_package_and_two_receipts_close_it()
    {
        Assert.Equal("archive-wrong-step", await (await PostAsync("archive-offer")).RefusalAsync());
        var first = await PackageTests.PrepareAsync(_office, _code);
        Assert.Equal(first.Package, (await PackageTests.PrepareAsync(_office, _code)).Package);
        await ReadAsync(PostAsync("archive-offer"));
        var back = await ReadAsync(AnswerAsync(new(false, first.Package!.Sha256, Reasons: "Thiếu kết quả")));
        Assert.Equal((ArchiveStep.Refused, "Thiếu kết quả"), (back.Step, back.Reasons));

        var second = await PackageTests.PrepareAsync(_office, _code);
        Assert.Equal((2, null), (second.Package!.Number, second.Reasons));
        await ReadAsync(PostAsync("archive-offer"));
        Assert.Equal("archive-other-package", await (await AnswerAsync(new(true, first.Package.Sha256, "BN-1"))).RefusalAsync());
        var one = await ReadAsync(AnswerAsync(new(true, second.Package.Sha256, "BN-1")));
        Assert.Contains(KeepReason.NotReceivedTwice, one.KeptBecause);
        Assert.Equal("archive-set-received", await (await AnswerAsync(new(true, second.Package.Sha256, "BN-1", 2))).RefusalAsync());
        var both = await ReadAsync(AnswerAsync(new(true, second.Package.Sha256, "BN-2", 2)));

        Assert.Equal(both.Receipts, (await ReadAsync(AnswerAsync(new(true, second.Package.Sha256, "BN-2", 2)))).Receipts);
        Assert.Equal((ArchiveStep.Accepted, 2), (both.Step, both.Receipts.Count));
        Assert.Equal([KeepReason.Permanent], both.KeptBecause);
        Assert.Single(await ListAsync("step=accepted"));
        Assert.Empty(await ListAsync("step=waiting"));
    }

    [Fact]
    public async Task A_hold_keeps_it_until_it_is_lifted()
    {
        var held = await ReadAsync(HoldAsync(new("Đơn khiếu nại 12/2026")));
        Assert.Equal(held.Holds.Count, (await ReadAsync(HoldAsync(new("Đơn khiếu nại 12/2026")))).Holds.Count);
        Assert.Contains(KeepReason.Held, held.KeptBecause);

        var lifted = await ReadAsync(HoldAsync(new("Đã giải quyết", Lift: true)));

        Assert.DoesNotContain(KeepReason.Held, lifted.KeptBecause);
        Assert.Equal("archive-not-held", await (await HoldAsync(new("Đã giải quyết", Lift: true))).RefusalAsync());
    }

    [Fact]
    public async Task Only_the_registrar_of_its_agency_hands_over_and_only_what_has_ended()
    {
        var open = await _office.FileOneAsync();

        Assert.Equal("archive-still-open", await (await Registrar.PostAsync($"/api/dossiers/{open}/archive-package", null)).RefusalAsync());
        Assert.Equal("dossier-not-found",
            await (await _office.As("registrar-muong-phang").PostAsync($"/api/dossiers/{_code}/archive-package", null)).RefusalAsync());
        Assert.Equal("archive-no-package", await (await Registrar.GetAsync($"/api/dossiers/{_code}/archive-package")).RefusalAsync());
    }

    [Fact]
    public async Task A_procedure_without_a_term_is_kept_and_listed()
    {
        var terms = await Counter.ReadAsync<KeepingTermsView>(await Registrar.GetAsync("/api/archive/terms"), HttpStatusCode.OK);

        Assert.Contains("1.004873", terms.Unknown);
        Assert.Contains(terms.Known, term => term is { Code: "2.001035", Years: 20, Assumed: true });
        var years = terms.Known.Single(term => term.Code == "2.000815");
        Assert.Equal(new DateOnly(2029, 1, 1), years.OverOn(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2030, 1, 1), years.OverOn(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Prepared_by_two_at_once_there_is_one_package()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PackageTests.PrepareAsync(_office, _code)));

        Assert.Single(both.Select(view => view.Package!.Sha256).Distinct());
    }

    private async Task<IReadOnlyList<ArchiveView>> ListAsync(string query = "") =>
        (await Counter.ReadAsync<PageOf<ArchiveView>>(await Registrar.GetAsync($"/api/archive?{query}"), HttpStatusCode.OK)).Items;

    private Task<HttpResponseMessage> PostAsync(string act) => Registrar.PostAsync($"/api/dossiers/{_code}/{act}", null);

    private Task<HttpResponseMessage> AnswerAsync(ArchiveAnswerForm form) =>
        Registrar.PostAsJsonAsync($"/api/dossiers/{_code}/archive-answer", form, OfficeJson.Options);

    private Task<HttpResponseMessage> HoldAsync(ArchiveHoldForm form) =>
        Registrar.PostAsJsonAsync($"/api/dossiers/{_code}/archive-hold", form, OfficeJson.Options);

    private static async Task<ArchiveView> ReadAsync(Task<HttpResponseMessage> asked) => await Counter.ReadAsync<ArchiveView>(await asked, HttpStatusCode.OK);
}

using System.Security.Cryptography;
using Microsoft.Playwright;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Site.Tests;

/// <summary>The filing, step by step, as a citizen's fingers go.</summary>
internal static class FilingPage
{
    public const string MaritalStatus = "/filing?procedure=1.004873";

    public const string Summary = "Xác nhận để đăng ký kết hôn";

    public static async Task FillWhoAsync(this Visitor citizen)
    {
        await citizen.Page.Locator("#phone").FillAsync("0912345678");
        await citizen.Page.Locator("#residence").SelectOptionAsync("03256");
        await citizen.ContinueAsync();
    }

    /// <summary>The procedure's own form, section by section, as a valid example answers it; whatever an example does not say is left as it is.</summary>
    public static async Task FillOwnFormAsync(this Visitor citizen, string procedure = "1.004873", string? formCase = null)
    {
        for (var section = 0; section < 12 && StepOf(citizen).StartsWith("form-", StringComparison.Ordinal); section++)
        {
            var step = StepOf(citizen);
            await citizen.AnswerAsync(procedure, formCase);
            await citizen.ContinueAsync();
            Assert.True(StepOf(citizen) != step, $"{procedure}, {step}: {string.Join("; ", await citizen.Page.Locator(".summary li").AllTextContentsAsync())}");
        }
    }

    /// <summary>What is in view of it, without going on; nothing for a procedure that has no form of its own.</summary>
    public static async Task AnswerAsync(this Visitor visitor, string procedure, string? formCase = null)
    {
        var fill = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "answer.js"));
        await visitor.Page.EvaluateAsync(fill, ExampleAnswers.Of(procedure, formCase).GetRawText());
    }

    private static string StepOf(Visitor citizen) => System.Web.HttpUtility.ParseQueryString(new Uri(citizen.Page.Url).Query)["step"] ?? "who";

    public static async Task FillWhatAsync(this Visitor citizen)
    {
        await citizen.FillOwnFormAsync();
        await citizen.Page.Locator("#summary").FillAsync(Summary);
        await citizen.ContinueAsync();
    }

    /// <summary>Where the land or the event is, of procedures that ask for it.</summary>
    public static async Task FillPlaceAsync(this Visitor citizen)
    {
        if (await citizen.Page.Locator("#place").IsVisibleAsync())
        {
            await citizen.Page.Locator("#place").SelectOptionAsync("03256");
        }
    }

    /// <summary>One file for each paper that is required in every case.</summary>
    public static async Task GivePapersAsync(this Visitor citizen, ProcedureVersion procedure)
    {
        foreach (var component in procedure.Components.Where(one => one is { Required: true, When: null, Form: ComponentForm.Original or ComponentForm.Copy }))
        {
            await citizen.Page.Locator($"#file-{component.Id}").SetInputFilesAsync(Pdf($"{component.Id}.pdf"));
            await Assertions.Expect(citizen.Page.Locator("#papers")).ToContainTextAsync($"✓ {component.Id}.pdf");
        }
    }

    public static async Task FillWayAsync(this Visitor citizen)
    {
        await citizen.Page.Locator("#receipt").SelectOptionAsync("H18.88");
        await citizen.ContinueAsync();
    }

    public static Task ContinueAsync(this Visitor citizen) => citizen.Button("Tiếp tục").ClickAsync();

    public static Task SendAsync(this Visitor citizen) => citizen.Button("Gửi hồ sơ").ClickAsync();

    /// <summary>A PDF of a few hundred kilobytes that nobody sent before.</summary>
    public static FilePayload Pdf(string name = "uy-quyen.pdf") => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = SampleScans.Pdf(content: $"% {Convert.ToHexString(RandomNumberGenerator.GetBytes(400_000))}"),
    };

    public static FilePayload Text(string name) => new() { Name = name, MimeType = "image/jpeg", Buffer = RandomNumberGenerator.GetBytes(3_000) };

    public static Task ChooseAsync(this Visitor citizen, FilePayload file) => citizen.Page.Locator("#file-uy-quyen").SetInputFilesAsync(file);
}

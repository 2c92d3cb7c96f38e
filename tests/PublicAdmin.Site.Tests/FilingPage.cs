using System.Security.Cryptography;
using Microsoft.Playwright;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Site.Tests;

/// <summary>The filing, step by step, as a citizen's fingers go.</summary>
internal static class FilingPage
{
    public const string MaritalStatus = "/filing?procedure=1.004873";

    public const string Summary = "Xác nhận để đăng ký kết hôn";

    public static async Task FillWhoAsync(this Visitor citizen)
    {
        await citizen.Page.Locator("#residence").SelectOptionAsync("03256");
        await citizen.ContinueAsync();
    }

    /// <summary>The procedure's own form: whatever it asks for now, plausibly answered, section by section.</summary>
    public static async Task FillOwnFormAsync(this Visitor citizen)
    {
        for (var section = 0; section < 8 && new Uri(citizen.Page.Url).Query.Contains("step=form-", StringComparison.Ordinal); section++)
        {
            await citizen.Page.EvaluateAsync(Answer);
            await citizen.Page.EvaluateAsync(Answer); // What the first answers brought forth.
            await citizen.ContinueAsync();
        }
    }

    private const string Answer = """
        () => {
          for (const input of document.querySelectorAll("#filing fieldset:not([hidden]) :is([required], select[name$=province], select[name$=commune], input[name$=detail])")) {
            if (input.value || input.closest("[hidden]")) continue;
            if (input.name.endsWith("province")) input.value = "11";
            else if (input.tagName === "SELECT") input.selectedIndex = 1;
            else input.value = input.type === "date" ? "1995-03-02" : input.type === "time" ? "08:00" : input.pattern.includes("12") ? "011195000123" : input.inputMode === "numeric" ? "1" : "Lò Thị Mai";
            input.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }
        """;

    public static async Task FillWhatAsync(this Visitor citizen)
    {
        await citizen.FillOwnFormAsync();
        await citizen.Page.Locator("#summary").FillAsync(Summary);
        await citizen.ContinueAsync();
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

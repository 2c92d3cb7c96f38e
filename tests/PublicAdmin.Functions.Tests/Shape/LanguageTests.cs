using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

public sealed partial class LanguageTests
{
    [Fact]
    public void No_refusal_is_handed_half_a_text()
    {
        var halves = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Refusing().Matches(File.ReadAllText(path)).Where(made => Half().IsMatch(made.Value))
                .Select(made => $"{Path.GetFileName(path)}: {made.Value}"));

        Assert.Empty(halves);
    }

    // Words that once stood beside the one the law, or the rest of the office, uses for the same thing. A report's columns keep its form's own words.
    [Theory]
    [InlineData("Dừng xử lý")]
    [InlineData("Qua bưu điện")]
    [InlineData("gửi bưu điện")]
    [InlineData("đồng hồ dừng")]
    [InlineData("hờ nghĩa vụ tài chính")]
    [InlineData("hờ thực hiện nghĩa vụ tài chính")]
    [InlineData("mật mã tra cứu")]
    [InlineData("Quý vị")]
    public void One_thing_has_one_name(string other) => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".json" or ".js" or ".html" && Path.GetFileName(path) is not "report-forms.json")
            .Where(path => !IsBuilt(path) && File.ReadAllText(path).Contains(other, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFileName));

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    [GeneratedRegex(@"Refusals\.\w+\.(With|At)\(([^()]|\([^()]*\))*\)")]
    private static partial Regex Refusing();

    // Arguments come as whole texts; the caller's language picks the half.
    [GeneratedRegex(@"\.(Vi|En)\b")]
    private static partial Regex Half();
}

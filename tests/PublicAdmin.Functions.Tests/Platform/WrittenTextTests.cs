using System.Globalization;
using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Platform;

/// <summary>What is taken without asking Unicode is what Unicode would have answered.</summary>
public sealed class WrittenTextTests
{
    [Fact]
    public void Every_letter_taken_as_plain_is_composed_already_and_seen()
    {
        var plain = Enumerable.Range(0, 0x10000).Select(point => (char)point).Where(c => WrittenText.IsPlain([c])).ToList();

        Assert.Contains('ỹ', plain);
        Assert.All(plain, c => Assert.True(c.ToString().IsNormalized(NormalizationForm.FormC), $"U+{(int)c:X4}"));
        Assert.All(plain, c => Assert.False(char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format, $"U+{(int)c:X4}"));
        Assert.All(plain.Zip(plain.Skip(1)), pair => Assert.True($"{pair.First}{pair.Second}".IsNormalized(NormalizationForm.FormC)));
    }

    [Theory]
    [InlineData("Lò Thị Mai")]
    [InlineData("Lo\u0300 Thi\u0323 Mai")]
    [InlineData("\U0001E100 Mông")]
    [InlineData("")]
    public void Whatever_is_written_comes_out_in_one_writing(string text) => Assert.Equal(text.Normalize(), WrittenText.Composed(text));
}

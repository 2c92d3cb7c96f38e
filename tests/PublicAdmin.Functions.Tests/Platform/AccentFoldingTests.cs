using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Platform;

public sealed class AccentFoldingTests
{
    private const string Letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    [Fact]
    public void Every_vietnamese_letter_folds_to_a_plain_one_in_either_case_and_normal_form()
    {
        foreach (var text in new[] { Letters, Letters.ToUpperInvariant(), Letters.Normalize(NormalizationForm.FormD) })
        {
            Assert.All(AccentFolding.Fold(text), c => Assert.InRange(c, 'a', 'z'));
            Assert.Equal(Letters.Length, AccentFolding.Fold(text).Length);
        }
    }

    [Theory]
    [InlineData("dang ky", true)]
    [InlineData("KHAI SINH", true)]
    [InlineData("sinh dang", true)]
    [InlineData("khai tu", false)]
    [InlineData("inh", false)]
    public void What_is_typed_finds_words_by_their_beginning(string typed, bool found) =>
        Assert.Equal(found, AccentFolding.Finds(typed, "Đăng ký khai sinh"));

    [Fact]
    public void Words_are_runs_of_letters_and_digits() =>
        Assert.Equal(["so", "12", "pho", "moi", "q1"], AccentFolding.Words("  Số 12, phố Mới (Q1)"));
}

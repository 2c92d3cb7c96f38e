using PublicAdmin.Forms;

namespace PublicAdmin.Tests.Forms;

/// <summary>Amounts in words, against a list written by hand and against a reader that turns words back into numbers.</summary>
public class AmountWordsTests
{
    [Theory]
    [InlineData(1, "Một đồng")]
    [InlineData(5, "Năm đồng")]
    [InlineData(10, "Mười đồng")]
    [InlineData(11, "Mười một đồng")]
    [InlineData(14, "Mười bốn đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(20, "Hai mươi đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(24, "Hai mươi tư đồng")]
    [InlineData(25, "Hai mươi lăm đồng")]
    [InlineData(101, "Một trăm linh một đồng")]
    [InlineData(105, "Một trăm linh năm đồng")]
    [InlineData(110, "Một trăm mười đồng")]
    [InlineData(115, "Một trăm mười lăm đồng")]
    [InlineData(1_000, "Một nghìn đồng")]
    [InlineData(1_001, "Một nghìn không trăm linh một đồng")]
    [InlineData(8_000, "Tám nghìn đồng")]
    [InlineData(10_050, "Mười nghìn không trăm năm mươi đồng")]
    [InlineData(121_021, "Một trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng")]
    [InlineData(1_000_000, "Một triệu đồng")]
    [InlineData(1_000_001, "Một triệu không trăm linh một đồng")]
    [InlineData(12_500_000, "Mười hai triệu năm trăm nghìn đồng")]
    [InlineData(1_000_000_000, "Một tỷ đồng")]
    [InlineData(1_000_000_005, "Một tỷ không trăm linh năm đồng")]
    [InlineData(2_050_004_015, "Hai tỷ không trăm năm mươi triệu không trăm linh bốn nghìn không trăm mười lăm đồng")]
    [InlineData(1_000_000_000_000, "Một nghìn tỷ đồng")]
    public void As_a_cashier_writes_them(long amount, string words) => Assert.Equal(words, AmountWords.Of(amount));

    [Fact]
    public void Every_amount_to_ten_thousand_and_a_hundred_thousand_others_to_a_trillion_are_read_back()
    {
        var random = new Random(20_261_128);
        var amounts = Enumerable.Range(1, 10_000).Select(amount => (long)amount)
            .Concat(Enumerable.Range(0, 100_000).Select(_ => random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 13)) + 1))).Append(1_000_000_000_000);

        var wrong = amounts.Where(amount => Read(AmountWords.Of(amount)) != amount).Take(5);

        Assert.Empty(wrong);
    }

    // Made the other way round: word by word from the left, knowing nothing of groups.
    private static long Read(string words)
    {
        string[] digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        var (total, group, digit) = (0L, 0L, 0L);
        foreach (var word in words.ToLowerInvariant().Split(' '))
        {
            switch (word)
            {
                case "trăm": (group, digit) = (group + (digit * 100), 0); break;
                case "mươi": (group, digit) = (group + (digit * 10), 0); break;
                case "mười": group += 10; break;
                case "linh": break;
                case "mốt": digit = 1; break;
                case "tư": digit = 4; break;
                case "lăm": digit = 5; break;
                case "nghìn": (total, group, digit) = (total + ((group + digit) * 1_000), 0, 0); break;
                case "triệu": (total, group, digit) = (total + ((group + digit) * 1_000_000), 0, 0); break;
                case "tỷ": (total, group, digit) = ((total + group + digit) * 1_000_000_000, 0, 0); break;
                case "đồng": return total + group + digit;
                default: digit = Array.IndexOf(digits, word); break;
            }
        }

        throw new InvalidOperationException(words);
    }
}

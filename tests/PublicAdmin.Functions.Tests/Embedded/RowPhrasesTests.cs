using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Embedded.Rows;

namespace PublicAdmin.Tests.Embedded;

public sealed class RowPhrasesTests
{
    private const string Event = """{"type":"taken","stamp":{"at":"2026-11-21T20:02:07.024+00:00","by":"Lò Thị Mai","as":"Officer","office":"H18.88"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("Hồ sơ đủ điều kiện giải quyết.")]
    [InlineData("{\"type\":\"{\"type\":\"")]
    [InlineData("ý\u0000\u007f\uFFFD\uFFFF 𝄞 ,\"")]
    [InlineData(Event)]
    [InlineData("0123456789abcdef0")]
    [InlineData("2932e9b432f61f8d494f7ba2e7eb923b:2932e9")]
    [InlineData("12345 123456 1234567 2026-11-21T20:02:07.024Z abcdeg ABCDEF H18.88-261122-0051/forms/01")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, RowPhrases.Decode(RowPhrases.Encode(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Any_cut_of_a_text_comes_back_as_it_was() =>
        Assert.All(Enumerable.Range(0, Event.Length), at => A_text_comes_back_as_it_was(Event[at..]));

    [Fact]
    public void A_run_of_any_length_comes_back_as_it_was() =>
        Assert.All(Enumerable.Range(0, 600), length => A_text_comes_back_as_it_was(new string('7', length) + "h"));

    [Fact]
    public void A_hash_takes_half_its_characters() =>
        Assert.Equal(34, RowPhrases.Encode(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData([])))).Length);

    [Fact]
    public void An_event_takes_fewer_bytes() => Assert.InRange(RowPhrases.Encode(Encoding.UTF8.GetBytes(Event)).Length, 1, Event.Length * 2 / 3);

    [Fact]
    public void A_phrase_keeps_its_number_for_ever()
    {
        var lines = RowPhraseList.Text.ReplaceLineEndings("\n").Split('\n');

        Assert.Equal("bd5435d4500da3a7", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(136))))[..8]));
        Assert.InRange(lines.Length, 136, 256);
    }
}

using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Embedded;

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
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, RowPhrases.Decode(RowPhrases.Encode(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Any_cut_of_a_text_comes_back_as_it_was() =>
        Assert.All(Enumerable.Range(0, Event.Length), at => A_text_comes_back_as_it_was(Event[at..]));

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

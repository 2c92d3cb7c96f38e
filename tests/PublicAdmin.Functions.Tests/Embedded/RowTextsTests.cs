using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Embedded;

public sealed class RowTextsTests
{
    private const string Event = """{"type":"taken","stamp":{"at":"2026-11-21T20:02:07.024+00:00","by":"Lò Thị Mai","as":"Officer","office":"H18.88"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("Hồ sơ đủ điều kiện giải quyết.")]
    [InlineData("ý\u0000\u007f\uFFFD\uFFFF 𝄞 ,\"")]
    [InlineData(Event)]
    [InlineData("2932e9b432f61f8d494f7ba2e7eb923b:2932e9")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, RowTexts.Unpack(RowTexts.Pack(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Any_cut_of_a_text_comes_back_as_it_was() =>
        Assert.All(Enumerable.Range(0, Event.Length), at => A_text_comes_back_as_it_was(Event[at..]));

    [Fact]
    public void A_text_as_long_as_a_row_may_hold_comes_back_as_it_was() =>
        Assert.All([31_000, 32_767], length => A_text_comes_back_as_it_was(Convert.ToHexString(RandomNumberGenerator.GetBytes(length))));

    [Fact]
    public void Many_at_once_come_back_as_they_were() =>
        Parallel.For(0, 2_000, n => A_text_comes_back_as_it_was($"{Event[..(n % Event.Length)]}{n}"));

    [Fact]
    public void An_event_takes_less_than_half_its_bytes() =>
        Assert.InRange(RowTexts.Pack(Encoding.UTF8.GetBytes(Event)).Length, 1, Encoding.UTF8.GetByteCount(Event) / 2);

    // Rows on every disk were packed with them.
    [Fact]
    public void A_dictionary_stays_what_it_is_for_ever() => Assert.Equal(
        [(1, "d678fd46da252115"), (2, "ed1f4b454e47ba05")],
        RowTexts.Numbered.Select(one => (one.Number, Convert.ToHexStringLower(SHA256.HashData(one.Bytes))[..16])));

    [Fact]
    public void What_was_packed_with_the_first_dictionary_is_read_for_ever() =>
        Assert.Equal(Event, RowTexts.Unpack(Convert.FromHexString(
            "01750000650100238103376CA0616765F3A312B409CA7DD108FC275D0FBB43639FF9761620C83C74063443072310D53D045104")));

    // As the package's readme tells whoever has zstd and nothing of ours.
    [Theory]
    [InlineData("")]
    [InlineData(Event)]
    public void What_is_packed_opens_by_what_the_readme_says(string text)
    {
        var packed = RowTexts.Pack(Encoding.UTF8.GetBytes(text));
        var (number, isFrame, rest) = (packed[0] & 0x7F, packed[0] >= 0x80, packed[(1 + Array.FindIndex(packed, 1, one => one < 0x80))..]);
        var block = BitConverter.GetBytes((rest.Length * 8) + 5)[..3];
        byte[] frame = [0x28, 0xB5, 0x2F, 0xFD, .. isFrame ? [] : (byte[])[0x00, 0x40, .. block], .. rest];

        using var zstd = new ZstdSharp.Decompressor();
        zstd.LoadDictionary(RowTexts.Numbered.Single(one => one.Number == number).Bytes);

        var opened = new byte[Encoding.UTF8.GetByteCount(text)];
        Assert.Equal(opened.Length, zstd.Unwrap(frame, opened));
        Assert.Equal(text, Encoding.UTF8.GetString(opened));
    }

    // Random letters cannot be made shorter: their frame is of another shape.
    [Fact]
    public void A_text_nothing_can_be_saved_of_comes_back_as_it_was() =>
        Assert.All(
            Enumerable.Range(1, 200),
            length => A_text_comes_back_as_it_was(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ_-", length)));

    [Fact]
    public void A_damaged_text_is_another_text_and_no_fault()
    {
        var packed = RowTexts.Pack(Encoding.UTF8.GetBytes(Event));

        Assert.All(Enumerable.Range(0, packed.Length * 8), bit =>
        {
            var damaged = packed.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.InRange(RowTexts.Unpack(damaged).Length, 1, Encoding.UTF8.GetByteCount(Event));
        });
        Assert.All(Enumerable.Range(0, packed.Length), length => Assert.NotEqual(Event, RowTexts.Unpack(packed.AsSpan(0, length))));
    }
}

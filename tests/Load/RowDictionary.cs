using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using ZstdSharp;

namespace PublicAdmin.Load;

/// <summary>
/// Makes the dictionary long texts of rows are packed with, of the rows in the folders of closed offices (<c>--folder A,B</c>): some hundred whole journeys,
/// and an office in which every case of every procedure came to its result. Names, numbers and hashes are varied first, so that it learns how rows are
/// written and not who stands in them.
/// </summary>
internal static partial class RowDictionary
{
    private const int Bytes = 16 * 1024; // Twice as much saves nothing.
    private const int MostEach = 6_000;
    private const string Written = "row-dictionary.zstd";

    private static readonly string[] Families =
        ["Lò", "Quàng", "Cà", "Vàng", "Giàng", "Sùng", "Nguyễn", "Trần", "Lê", "Phạm", "Tòng", "Lường", "Mùa", "Thào", "Bạc", "Hờ"];

    private static readonly string[] Middles = ["Thị", "Văn", "A", "Minh", "Thanh", "Đức", "Thu"];
    private static readonly string[] Lasts = ["Mai", "An", "Dua", "Pó", "Hoa", "Hùng", "Lan", "Sơn", "Bình", "Ngọc", "Hương", "Phong", "Chứ", "Dính"];

    public static async Task MakeAsync()
    {
        var random = new Random(7);
        var texts = new List<byte[]>();
        foreach (var folder in LoadOptions.Folder!.Split(','))
        {
            var found = await TextsAsync(Path.Combine(folder, "office.db"));
            var chosen = found.ToArray();
            random.Shuffle(chosen);
            texts.AddRange(chosen.Take(MostEach).Select(text => Encoding.UTF8.GetBytes(Varied(text, random))));
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{found.Count} texts in {folder}"));
        }

        await File.WriteAllBytesAsync(Written, DictBuilder.TrainFromBuffer([.. texts], Bytes));
        Report.Note($"Written: {Path.GetFullPath(Written)}. In functions/Platform/Storage it gets the next number.");
    }

    private static async Task<List<string>> TextsAsync(string path)
    {
        using var database = new SqliteDatabase(path);
        var (tables, texts) = (new SqliteTables(database), new List<string>());
        foreach (var name in Tables.All.Except([Tables.Reference]))
        {
            await foreach (var row in tables[name].WalkAllAsync(CancellationToken.None))
            {
                texts.AddRange(row.Values.Values.OfType<string>().Where(text => text.Length >= RowCodec.LongText));
            }
        }

        texts.AddRange(database.Read(0, (connection, _) => BlobRows.All(connection)).Select(blob => blob.Row.Facts.Metadata)
            .Where(metadata => metadata.Count > 0).Select(metadata => JsonSerializer.Serialize(metadata, OfficeJson.Stored)));
        return texts;
    }

    private static string Varied(string text, Random random)
    {
        text = Names().Replace(text, _ => $"{One(Families)} {One(Middles)} {One(Lasts)}");
        text = Places().Replace(text, found => $"{found.Groups[1].Value} {One(Lasts)}");
        text = Hashes().Replace(text, found => random.GetString("0123456789abcdef", found.Length));
        return Numbers().Replace(text, found => found.Groups[1].Value + random.GetString("0123456789", found.Groups[2].Length));

        string One(string[] from) => from[random.Next(from.Length)];
    }

    [GeneratedRegex(@"\b(?:Lò|Quàng|Cà|Vàng|Giàng|Sùng|Nguyễn|Trần|Lê|Phạm|Tòng|Lường|Mùa|Thào|Bạc|Hờ|Vừ|Chá|Hoàng|Đỗ)(?: \p{Lu}\p{L}*)+")]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(Bản|Mường|Tổ) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?")]
    private static partial Regex Places();

    [GeneratedRegex("[0-9a-f]{16,}")]
    private static partial Regex Hashes();

    // Personal numbers and telephones begin with a few digits everybody shares.
    [GeneratedRegex("(?<=\")(0[0-9]{2})([0-9]{6,9})(?=\")")]
    private static partial Regex Numbers();
}

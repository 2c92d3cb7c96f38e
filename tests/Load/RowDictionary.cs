using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Blobs;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using ZstdSharp;

namespace PublicAdmin.Load;

/// <summary>
/// Makes the dictionary long texts of rows are packed with, of the rows in the folders of closed offices (<c>--folder A,B</c>; one named twice counts
/// twice): a thousand whole journeys, a morning's sample, and an office in which every case of every procedure came to its result. What is sealed is opened
/// first, by the folder's own keys. Names, numbers, hashes, offices and days are varied, so that it learns how rows are written and not who stands in them,
/// nor the day it was made on.
/// </summary>
internal static partial class RowDictionary
{
    private const int Bytes = 32 * 1024; // Twice as much saves nothing.
    private const int MostEach = 6_000;
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
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
            var found = await TextsAsync(folder);
            var chosen = found.ToArray();
            random.Shuffle(chosen);
            texts.AddRange(chosen.Take(MostEach).Select(text => Encoding.UTF8.GetBytes(Varied(text, random))));
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{found.Count} texts in {folder}"));
        }

        await File.WriteAllBytesAsync(Written, DictBuilder.TrainFromBuffer([.. texts], Bytes));
        Report.Note($"Written: {Path.GetFullPath(Written)}. In functions/Platform/Storage it gets the next number.");
    }

    private static async Task<List<string>> TextsAsync(string folder)
    {
        await using var office = EmbeddedOffice.Build(
            [
                "--urls=http://127.0.0.1:0", $"--Embedded:Folder={folder}", "--Embedded:ManualTriggers=true", "--Embedded:SampleData=false",
                "--Logging:LogLevel:Default=Warning",
            ]);
        await office.StartAsync();
        var (tables, keys, texts) = (office.Services.GetRequiredService<ITables>(), office.Services.GetRequiredService<DataKeys>(), new List<string>());
        foreach (var name in Tables.All.Except([Tables.Reference]))
        {
            var rows = await tables[name].WalkAllAsync(CancellationToken.None).ToListAsync();
            texts.AddRange(rows.GroupBy(row => row.Partition).SelectMany(partition => Opened(name, keys, [.. partition]))
                .SelectMany(row => row.Values).Where(IsPacked).Select(value => (string)value.Value!));
        }

        var database = office.Services.GetRequiredService<SqliteDatabase>();
        texts.AddRange(database.Read(0, (connection, _) => BlobRows.All(connection)).Select(blob => blob.Row.Facts.Metadata)
            .Where(metadata => metadata.Count > 0).Select(metadata => JsonSerializer.Serialize(metadata, OfficeJson.Stored)));
        await office.StopAsync();
        return texts;
    }

    private static IEnumerable<TableRow> Opened(string table, DataKeys keys, IReadOnlyList<TableRow> partition) =>
        table is Tables.Dossiers ? new DossierPartition(keys, partition).Opened(partition) : partition;

    private static bool IsPacked(KeyValuePair<string, object?> value) => value.Value is string { Length: >= RowCodec.LongText };

    private static string Varied(string text, Random random)
    {
        text = Names().Replace(text, _ => $"{One(Families)} {One(Middles)} {One(Lasts)}");
        text = Places().Replace(text, found => $"{found.Groups[1].Value} {One(Lasts)}");
        text = Hashes().Replace(text, found => random.GetString("0123456789abcdef", found.Length));
        text = Serials().Replace(text, found => random.GetString("0123456789ABCDEF", found.Length));
        text = Shortened().Replace(text, found => random.GetString(Base64, found.Length));
        var (office, later) = (string.Create(CultureInfo.InvariantCulture, $"H18.{random.Next(46, 140)}"), random.Next(1_500));
        text = Offices().Replace(text, office);
        text = Days().Replace(text, found => Later(found.Value, later));
        return Numbers().Replace(text, found => found.Groups[1].Value + random.GetString("0123456789", found.Groups[2].Length));

        string One(string[] from) => from[random.Next(from.Length)];
    }

    // Whatever day the dictionary is made, rows are written on others.
    private static string Later(string day, int days)
    {
        var format = day.Length == 6 ? "yyMMdd" : day.Contains('-', StringComparison.Ordinal) ? "yyyy-MM-dd" : "yyyyMMdd";
        return DateOnly.TryParseExact(day, format, out var known) ? known.AddDays(days).ToString(format, CultureInfo.InvariantCulture) : day;
    }

    [GeneratedRegex(@"\b(?:Lò|Quàng|Cà|Vàng|Giàng|Sùng|Nguyễn|Trần|Lê|Phạm|Tòng|Lường|Mùa|Thào|Bạc|Hờ|Vừ|Chá|Hoàng|Đỗ)(?: \p{Lu}\p{L}*)+")]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(Bản|Mường|Tổ) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?")]
    private static partial Regex Places();

    [GeneratedRegex("[0-9a-f]{16,}")]
    private static partial Regex Hashes();

    [GeneratedRegex("[0-9A-F]{20,}")]
    private static partial Regex Serials();

    // Keyed hashes in 22 letters, in which there is nearly always one of each kind.
    [GeneratedRegex("(?<![A-Za-z0-9_-])(?=[a-z0-9_-]*[A-Z])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])")]
    private static partial Regex Shortened();

    [GeneratedRegex(@"H18\.[0-9]{2,3}\b")]
    private static partial Regex Offices();

    [GeneratedRegex(@"\b202[6-9]-[01][0-9]-[0-3][0-9]|\b202[6-9][01][0-9][0-3][0-9](?=[0-9|]{1,5})|(?<=H18\.[0-9]+-)[23][0-9][01][0-9][0-3][0-9](?=-)")]
    private static partial Regex Days();

    // Personal numbers and telephones begin with a few digits everybody shares.
    [GeneratedRegex("(?<=\")(0[0-9]{2})([0-9]{6,9})(?=\")")]
    private static partial Regex Numbers();
}

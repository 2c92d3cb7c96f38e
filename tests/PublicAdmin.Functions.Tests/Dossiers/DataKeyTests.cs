using System.Security.Cryptography;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Embedded;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Dossiers;

/// <summary>Data keys are wrapped by a generation, generations by the vault's key; a rotation of that locks nobody out.</summary>
public sealed class DataKeyTests
{
    private static readonly string NextKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task After_a_rotation_new_dossiers_have_the_next_generation_and_old_ones_take_it_when_they_are_written()
    {
        await using var office = await Office.OpenAsync();
        var (resting, moving) = (await office.FileOneAsync(), await office.FileOneAsync());

        await office.RotateAsync();
        var young = await office.FileOneAsync();
        await office.As("officer-muong-ang").ActAsync(moving, "taking");

        Assert.Equal((1, 2, 2), (await office.GenerationOfAsync(resting), await office.GenerationOfAsync(moving), await office.GenerationOfAsync(young)));
        await office.RestartAsync();
        Assert.All([resting, moving, young], code => Assert.Equal(code, office.As("mai").ReadDossierAsync(code).Result.Code));
        Assert.Empty((await office.CheckDossierAsync(moving)).Findings);
    }

    [Fact]
    public async Task A_generation_wraps_nothing_before_every_instance_has_heard_of_it()
    {
        await using var office = await Office.OpenAsync();
        await office.PutNextKeyAsync();

        Assert.Equal(1, await office.GenerationOfAsync(await office.FileOneAsync()));
    }

    [Fact]
    public async Task A_copy_follows_its_key_into_the_next_generation_with_the_next_seal()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");
        await office.RotateAsync();
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DeliverMessagesAsync();
        await office.SealUpToAsync("2026-11-21T18:10Z");

        await office.RestartAsync(folder => Directory.GetFiles(folder, "office.db*").ToList().ForEach(File.Delete), "--Embedded:Restore=true");

        Assert.Equal((Phase.Assigned, 2), ((await office.As("mai").ReadDossierAsync(code)).Phase, await office.GenerationOfAsync(code)));
    }

    [Fact]
    public async Task A_dossier_of_before_there_were_generations_stays_readable_until_it_takes_one()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        await office.WrapAsBeforeAsync(code);

        Assert.Equal(0, await office.GenerationOfAsync(code));
        Assert.Equal(code, (await office.As("mai").ReadDossierAsync(code)).Code);
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        Assert.Equal(1, await office.GenerationOfAsync(code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_place_of_the_generations_is_enough_and_fills_the_other(bool rows)
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        await office.RotateAsync();
        await office.LoseGenerationsAsync(rows);

        await office.RestartAsync();
        await office.LoseGenerationsAsync(!rows);
        await office.RestartAsync();

        Assert.Equal(code, (await office.As("mai").ReadDossierAsync(code)).Code);
        Assert.Equal(2, await office.GenerationOfAsync(await office.FileOneAsync()));
    }

    [Fact]
    public async Task Without_the_key_of_the_vault_the_office_does_not_open_and_says_why()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        var key = Path.Combine("keys", IVaultKey.Name, "000001.key");
        var text = await File.ReadAllTextAsync(Path.Combine(office.Folder, key));

        var lost = await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder => File.Delete(Path.Combine(folder, key))));
        var other = await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder => File.WriteAllText(Path.Combine(folder, key), NextKey)));
        await office.RestartAsync(folder => File.WriteAllText(Path.Combine(folder, key), text));

        Assert.All([lost, other], fault => Assert.Contains("keys/data-keys/000001.key", fault.Message, StringComparison.Ordinal));
        Assert.Equal(code, (await office.As("mai").ReadDossierAsync(code)).Code);
    }

    [Fact]
    public async Task A_dossier_survives_its_table_in_every_phase()
    {
        await using var office = await Office.OpenAsync();
        var keys = office.The<DataKeys>();

        foreach (var phase in Enum.GetValues<Phase>())
        {
            var stored = new StoredDossier(ADossier.In(phase), 7, ["key-1"], null) { Key = keys.New() };
            var read = DossierRows.ToDossier(DossierRows.ToHead(stored), keys);
            Assert.Equal(JsonSerializer.Serialize(stored, OfficeJson.Stored), JsonSerializer.Serialize(read, OfficeJson.Stored));
        }
    }
}

using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>A dossier names the acts its reader may do now, so that no page shows what would be refused.</summary>
public class MayDoTests
{
    [Fact]
    public async Task A_dossier_tells_its_reader_what_the_reader_may_do()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

        var citizen = await office.As("mai").ReadDossierAsync(code);
        var clerk = await office.As("clerk-muong-ang").ReadDossierAsync(code);

        Assert.Equal([Act.Withdraw, Act.NoteCorrection], citizen.MayDo);
        Assert.Equal(
            [
                Act.FindCompetence, Act.Accept, Act.Refuse, Act.RequestSupplement, Act.Withdraw, Act.CorrectAnswers, Act.RenewSecret, Act.AssessFee,
                Act.RecordFee,
            ],
            clerk.MayDo);
    }
}

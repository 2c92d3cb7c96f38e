using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Procedures.Search;

namespace PublicAdmin.Procedures;

internal static class ProceduresServices
{
    public static IServiceCollection AddProcedures(this IServiceCollection services) => services
        .AddSingleton<ProcedureCatalogue>()
        .AddVersions<ProcedureVersion>("procedures")
        .AddSingleton<ProcedureSearch>()
        .AddSingleton<ProcedureRegister>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<ProcedureRegister>());
}

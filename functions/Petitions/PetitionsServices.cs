using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Petitions;

internal static class PetitionsServices
{
    public static IServiceCollection AddPetitions(this IServiceCollection services) => services
        .AddSingleton<PetitionStore>()
        .AddSingleton<PetitionSecrets>()
        .AddSingleton<PetitionLetters>()
        .AddSingleton<PetitionDesk>();
}

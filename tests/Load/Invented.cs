namespace PublicAdmin.Load;

/// <summary>Names nobody has and no dictionary knows: bytes of a dossier are not to look smaller for everybody being called the same.</summary>
internal static class Invented
{
    private static readonly string[] Onsets = [.. "B C Ch D Đ Gi H Kh L M N Ng Nh Ph Qu S T Th Tr V X".Split(' ')];
    private static readonly string[] Rimes = [.. "a án iên ương ình oà ên ức ung ải ông úy ẹt ân ỏi âu ích om".Split(' ')];

    public static string Name(Random random) => $"{Syllable(random)} {Syllable(random)} {Syllable(random)}";

    public static string Hamlet(Random random) => $"Bản {Syllable(random)} {Syllable(random)}";

    private static string Syllable(Random random) => Onsets[random.Next(Onsets.Length)] + Rimes[random.Next(Rimes.Length)];
}

using System.Globalization;

namespace CognitoPools.Tests.Roles;

/// <summary>Cultures in which careless casing, parsing or formatting shows.</summary>
internal static class Cultures
{
    public static void Each(Action check)
    {
        foreach (var name in new[] { "", "de-DE", "tr-TR" })
            In(name, check);
    }

    private static void In(string name, Action check)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

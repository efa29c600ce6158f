using System.Globalization;
using System.Security;

namespace ModuleBuilder;

/// <summary>The badges at the head of the README, as pictures of the repository and the line that shows them.</summary>
internal static class Badges
{
    private const string Begin = "<!-- badges: renewed by dotnet build tools/ModuleBuilder -t:RenewDocs -->";
    private const string End = "<!-- end of badges -->";

    // Verdana at 11 pixels, on average; textLength fits the rest.
    private const double CharacterWidth = 6.6;
    private const int Padding = 6;

    /// <summary>The pictures by their file name.</summary>
    /// <param name="powerShell">The version of PowerShell that the tests run in.</param>
    public static IReadOnlyDictionary<string, string> Pictures(string powerShell) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["badge-license.svg"] = Picture("license", "Apache-2.0", "#1f6feb"),
        ["badge-powershell.svg"] = Picture("tested on PowerShell", powerShell, "#2b7a3d"),
    };

    /// <summary>The line of the README.</summary>
    /// <param name="powerShell">The version of PowerShell that the tests run in.</param>
    /// <param name="pages">The public pages: the badge of the build needs one.</param>
    public static string Lines(string powerShell, ProjectPages pages)
    {
        List<string> badges =
        [
            "[![License: Apache-2.0](docs/images/badge-license.svg)](LICENSE)",
            $"[![Tested on PowerShell {powerShell}](docs/images/badge-powershell.svg)](#versions)",
        ];
        if (pages.Builds is { } builds)
            badges.Add($"[![Build]({builds}/badge.svg)]({builds})");
        return string.Join(' ', badges);
    }

    /// <summary>Puts the lines in place of those that a page has.</summary>
    /// <exception cref="InvalidDataException">The page has no place for badges.</exception>
    public static string Renew(string page, string lines)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"The page needs a line '{Begin}' and after it a line '{End}'.");
        return $"{page[..begin]}{Begin}\n{lines}\n{page[end..]}";
    }

    private static string Picture(string label, string value, string color)
    {
        var (left, right) = (Width(label), Width(value));
        var title = SecurityElement.Escape($"{label}: {value}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{title}">
              <title>{title}</title>
              <rect width="{left + right}" height="20" rx="3" fill="{color}"/>
              <path d="M3 0h{left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#555"/>
              <g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
                <text x="{Padding}" y="14" textLength="{left - (2 * Padding)}">{SecurityElement.Escape(label)}</text>
                <text x="{left + Padding}" y="14" textLength="{right - (2 * Padding)}">{SecurityElement.Escape(value)}</text>
              </g>
            </svg>

            """).ReplaceLineEndings("\n");
    }

    private static int Width(string text) => (int)Math.Round(text.Length * CharacterWidth) + (2 * Padding);
}

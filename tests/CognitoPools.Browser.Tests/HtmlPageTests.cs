using CognitoPools.Core.Tests.Reports;
using CognitoPools.Reports.Html;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CognitoPools.Browser.Tests;

/// <summary>The HTML report in a real browser.</summary>
public sealed class HtmlPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    // A page of many screens is stopped by its first focus again.
    private const int MostStops = 500;

    private const string OpenAll = "() => document.querySelectorAll('details').forEach(one => one.open = true)";

    private const string Overflowing = """
        () => [document.documentElement, ...document.querySelectorAll('body *')]
            .filter(one => one.textContent.trim().length > 0 && !one.closest('svg') && !one.closest('thead') && !one.matches('.skip')
                && getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1)
            .map(one => `${one.tagName}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}: ${one.textContent.trim().slice(0, 60)}`)
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("report");

    [ChromiumFact]
    public async Task Opens_from_disk_without_an_error_and_asks_the_network_for_nothing()
    {
        var page = await chromium.OpenAsync();
        var (errors, requests) = (new List<string>(), new List<string>());
        page.Console += (_, message) => errors.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await ShowAsync(page, HtmlReport.Write(ReportSample.Hostile));

        Assert.Empty(errors);
        Assert.StartsWith("file:", Assert.Single(requests), StringComparison.Ordinal);
    }

    [ChromiumTheory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task No_text_overflows(int width)
    {
        var page = await chromium.OpenAsync(width);
        await ShowAsync(page, HtmlReport.Write(ReportSample.Hostile));
        await page.EvaluateAsync(OpenAll);

        Assert.Empty(await page.EvaluateAsync<string[]>(Overflowing));
    }

    [ChromiumFact]
    public async Task The_keyboard_reaches_everything_and_the_focus_is_seen()
    {
        var page = await chromium.OpenAsync();
        await ShowAsync(page, HtmlReport.Write(ReportSample.Usual));
        await page.EvaluateAsync(OpenAll);
        await page.EvaluateAsync("() => document.querySelectorAll('a, summary').forEach((one, index) => one.dataset.stop = index)");
        var expected = await page.EvaluateAsync<int>("() => document.querySelectorAll('a, summary').length");

        var reached = new HashSet<string>();
        for (var stop = 0; stop < MostStops && reached.Count < expected; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string[]>("""
                () => [document.activeElement.dataset.stop ?? '', getComputedStyle(document.activeElement).outlineStyle]
                """);
            if (focused[0].Length == 0 || !reached.Add(focused[0]))
                break;
            Assert.NotEqual("none", focused[1]);
        }

        Assert.Equal(expected, reached.Count);
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_grave(ColorScheme scheme, int width)
    {
        var page = await chromium.OpenAsync(width, scheme);
        await ShowAsync(page, HtmlReport.Write(ReportSample.Usual));
        await page.EvaluateAsync(OpenAll);

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.NotEmpty(result.Passes);
    }

    [ChromiumFact]
    public async Task Names_of_others_are_text()
    {
        var page = await chromium.OpenAsync();
        await ShowAsync(page, HtmlReport.Write(ReportSample.Hostile));

        Assert.Equal(0, await page.Locator("script").CountAsync());
        var names = await page.Locator("#pools tbody th").AllTextContentsAsync();
        Assert.Contains(ReportSample.Script, names);
        Assert.Contains(ReportSample.Long, names);
        Assert.Contains("متجر \\u202Eexe.shop", names);
    }

    [ChromiumFact]
    public async Task Paper_shows_what_the_screen_folds()
    {
        var page = await chromium.OpenAsync();
        await ShowAsync(page, HtmlReport.Write(ReportSample.Usual));
        var folded = page.Locator("details.pool table").First;
        Assert.False(await folded.IsVisibleAsync());

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await folded.IsVisibleAsync());
        Assert.True((await page.PdfAsync()).Length > 10_000);
    }

    /// <summary>The picture of the README: COGNITOPOOLS_RENEW_REPORT_IMAGE names its file.</summary>
    [ChromiumFact]
    public async Task The_picture_of_the_readme_can_be_taken()
    {
        var page = await chromium.OpenAsync(1200);
        await ShowAsync(page, HtmlReport.Write(ReportSample.Usual));

        var picture = await page.ScreenshotAsync(new() { Path = Environment.GetEnvironmentVariable("COGNITOPOOLS_RENEW_REPORT_IMAGE") });

        Assert.InRange(picture.Length, 10_000, 200_000);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task ShowAsync(IPage page, string html)
    {
        var file = Path.Combine(folder.FullName, "report.html");
        await File.WriteAllTextAsync(file, html);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
    }
}

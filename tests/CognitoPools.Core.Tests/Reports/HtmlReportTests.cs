using System.Globalization;
using System.Text.RegularExpressions;
using CognitoPools.Reports.Html;

namespace CognitoPools.Core.Tests.Reports;

public sealed class HtmlReportTests
{
    [Fact]
    public void Says_everything()
    {
        var page = HtmlReport.Write(ReportSample.Usual);

        Assert.Contains("<dd>111122223333</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>eu-west-1, us-east-1</dd>", page, StringComparison.Ordinal);
        Assert.Contains("2026-06-01T08:30:00Z", page, StringComparison.Ordinal);
        Assert.Contains("2 critical or high findings need attention first. 3 findings have a lower severity.", page, StringComparison.Ordinal);
        Assert.Contains("Read objects in the bucket photos", page, StringComparison.Ordinal);
        Assert.Contains("Query the table orders", page, StringComparison.Ordinal);
        Assert.Contains("AWS arn:aws:iam::444455556666:root", page, StringComparison.Ordinal);
        Assert.Contains("eu-west-1:99999999-1111-2222-3333-444444444444", page, StringComparison.Ordinal);
        Assert.Contains("In the basic flow", page, StringComparison.Ordinal);
        Assert.Contains("Removing all guests takes about 13 minutes.", page, StringComparison.Ordinal);
        Assert.Contains("Accepted by shop (until 2027-01-31)", page, StringComparison.Ordinal);
        Assert.Contains("id=\"not-checked\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"drift\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_nothing_but_itself()
    {
        var page = HtmlReport.Write(ReportSample.Hostile);

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bsrc=|<link|@import|url\(", page);
        // Commands stay to the letter. A comparison by culture would skip the character.
        Assert.DoesNotContain(
            "\u202E", Regex.Replace(page, "<pre class=\"commands\">.*?</pre>", "", RegexOptions.Singleline), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains(ReportSample.Long, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_that_nothing_was_found()
    {
        var page = HtmlReport.Write(ReportSample.Empty);

        Assert.Contains("No findings.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"pools\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_link_to_what_is_not_a_page()
    {
        var finding = ReportSample.Usual.Found[0] with { Reference = "javascript:alert(1)" };

        Assert.DoesNotContain("href=\"javascript", HtmlReport.Write(ReportSample.Usual with { Findings = [finding] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var page = HtmlReport.Write(ReportSample.Usual);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(page, HtmlReport.Write(ReportSample.Usual));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

using CognitoPools.Documents.Comparison;

namespace CognitoPools.Core.Tests.Documents;

public class DifferenceMarkdownTests
{
    [Fact]
    public void Nothing_is_said_to_be_nothing() => Assert.Equal("No differences.\n", DifferenceMarkdown.Write([]));

    [Fact]
    public void Each_pool_has_a_heading_and_a_table() => Assert.Equal(
        """
        ## `shop`

        Expected by `shop.json`.

        | Path | Expected | Actual |
        | --- | --- | --- |
        | `guestAccess` | `true` | `false` |
        | `tags.team` | (none) | (empty) |

        ## `site`

        | Path | Expected | Actual |
        | --- | --- | --- |
        | `guestAccess` | `true` | (none) |

        """.ReplaceLineEndings("\n"),
        DifferenceMarkdown.Write(
        [
            One("shop", "guestAccess", "true", "false") with { Reference = "shop.json" },
            One("site", "guestAccess", "true", null),
            One("shop", "tags.team", null, "") with { Reference = "shop.json" },
        ]));

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "`<img src=x onerror=alert(1)>`")]
    [InlineData("@everyone [x](http://y) ![z](http://w)", "`@everyone [x](http://y) ![z](http://w)`")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("`</code><b>", "<code>&#96;&#60;&#47;code&#62;&#60;b&#62;</code>")]
    [InlineData("a\\|b", "<code>a&#92;&#124;b</code>")]
    [InlineData("a\n| b |\r", "<code>a&#8629;&#124;&#32;b&#32;&#124;&#92;u000D</code>")]
    [InlineData(" ", "<code>&#32;</code>")]
    [InlineData("\u202Etxt", "<code>&#92;u202Etxt</code>")]
    [InlineData("\uD83D\uDE00", "<code>\uD83D\uDE00</code>")]
    public void What_others_wrote_is_never_read_as_markdown(string value, string cell) => Assert.EndsWith(
        $"\n| {cell} | {cell} | {cell} |\n", DifferenceMarkdown.Write([One("shop", value, value, value)]), StringComparison.Ordinal);

    private static PoolDocumentDifference One(string pool, string path, string? expected, string? actual) => new()
    {
        IdentityPool = pool,
        Path = path,
        Expected = expected,
        Actual = actual,
    };
}

using System.Globalization;
using System.Net;

namespace CognitoPools.Reports.Html;

/// <summary>HTML. Inserted values are encoded, unless they are HTML.</summary>
/// <param name="Html">The HTML.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>Nothing.</summary>
    public static Markup Empty { get; } = new("");

    /// <summary>The HTML of an interpolated string. Its literal parts are HTML and its values are text.</summary>
    public static Markup Of(FormattableString html) =>
        new(string.Format(CultureInfo.InvariantCulture, html.Format, [.. html.GetArguments().Select(value => (object)Encoded(value))]));

    /// <summary>Joins the parts.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    /// <summary>Joins the HTML of each item.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> html) => Join(items.Select(html));

    /// <summary>A name from another source, isolated so that it cannot change the text direction around it.</summary>
    public static Markup Name(string? name) => Of($"<bdi>{ShownText.Of(name ?? "")}</bdi>");

    /// <summary>A setting or a statement.</summary>
    public static Markup Code(string text) => Of($"<pre><code>{ShownText.Of(text)}</code></pre>");

    /// <summary>Commands, unchanged.</summary>
    public static Markup Commands(string text) => Of($"<pre class=\"commands\"><code>{text}</code></pre>");

    /// <summary>A link to a page, or the address as text if it is not a web address.</summary>
    public static Markup Link(string address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme is "https" or "http"
            ? Of($"<a href=\"{page!.AbsoluteUri}\" rel=\"noreferrer\">{text}</a>")
            : Of($"{address}");

    /// <inheritdoc/>
    public override string ToString() => Html;

    private static string Encoded(object? value) => value switch
    {
        Markup markup => markup.Html,
        null => "",
        IFormattable number => WebUtility.HtmlEncode(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => WebUtility.HtmlEncode(WithoutControls(value.ToString() ?? "")),
    };

    // HTML allows no other control characters.
    private static string WithoutControls(string text) =>
        new([.. text.Select(character => char.IsControl(character) && character is not ('\n' or '\t') ? '\uFFFD' : character)]);
}

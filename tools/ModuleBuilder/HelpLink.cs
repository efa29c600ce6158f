namespace ModuleBuilder;

/// <summary>What help leads on to: a cmdlet or about topic of the module, or a page of the web.</summary>
/// <param name="Text">The cmdlet, the topic or the page's title.</param>
/// <param name="Uri">The page's address, else empty.</param>
internal sealed record HelpLink(string Text, string Uri);

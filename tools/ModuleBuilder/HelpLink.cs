namespace ModuleBuilder;

/// <summary>A related link: a cmdlet or about topic of the module, or a web page.</summary>
/// <param name="Text">The cmdlet, the topic or the page's title.</param>
/// <param name="Uri">The address of the web page; otherwise empty.</param>
internal sealed record HelpLink(string Text, string Uri);

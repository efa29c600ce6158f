using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Emulator;
using CognitoPools.Emulator.Control;

EmulatorOptions options;
try
{
    options = EmulatorOptions.Parse(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine(EmulatorOptions.Usage);
    return 64;
}

await using var server = await EmulatorServer.StartAsync(options);
var answers = new JsonArray();
foreach (var line in options.Lines)
    answers.Add(JsonNode.Parse(await server.Controller.AnswerAsync(line)));
Console.WriteLine(JsonSerializer.Serialize(
    new
    {
        server.Port,
        Url = $"http://127.0.0.1:{server.Port}",
        AccessKey = options.Credentials.AccessKeyId,
        options.Credentials.SecretKey,
        options.Credentials.SessionToken,
        Answers = answers,
    },
    Controller.Options));
while (await Console.In.ReadLineAsync() is { } line)
    Console.WriteLine(await server.Controller.AnswerAsync(line));
return 0;

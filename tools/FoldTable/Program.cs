// Writes the generated tables of src/ScriptRules.Text from public Unicode and ICU data. The same input gives the same files.
//
//   dotnet run --project tools/FoldTable -- src/ScriptRules.Text
//
// Needs Debian's unicode-data (UCD and Unihan text files) and icu-devtools (uconv), and bzcat.

using ScriptRules.Tools.FoldTable;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: FoldTable <folder of ScriptRules.Text>");
    return 2;
}
var unicode = UnicodeFiles.Read("/usr/share/unicode");
var folds = new Folds(unicode, Simplified.Read(unicode), HandList.Read(Path.Combine(AppContext.BaseDirectory, "hand-list.txt")));
File.WriteAllText(Path.Combine(args[0], "Normalization", "FoldData.g.cs"), FoldDataWriter.Write(folds, unicode));
File.WriteAllText(Path.Combine(args[0], "Matching", "Index", "CommonCharacters.g.cs"), CommonCharacters.Write(unicode, folds));
File.WriteAllText(Path.Combine(args[0], "Normalization", "PinyinData.g.cs"), PinyinWriter.Write(unicode, folds));
File.WriteAllText(Path.Combine(args[0], "Normalization", "LookAlikeData.g.cs"), LookAlikes.Write(Path.Combine(AppContext.BaseDirectory, "look-alikes.txt"), folds));
return 0;

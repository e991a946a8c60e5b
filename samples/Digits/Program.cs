Console.WriteLine("The sample arrives with the fit loop.");
